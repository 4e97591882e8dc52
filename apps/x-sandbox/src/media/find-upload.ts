import type { ApiCall } from '../wire/endpoint.js';
import type { Read } from '../wire/input.js';
import { invalidParameter } from '../wire/problems.js';
import type { Media } from './media.js';

/** The account's own upload that still takes segments; anybody else's looks as if it did not exist. */
export function findUpload({
  world,
  account,
  params,
}: ApiCall): Read<Extract<Media, { state: 'receiving' }>> {
  const id = params['id'] ?? '';
  const media = world.media.get(id);
  if (media?.state === 'receiving' && media.ownerId === account.id) return { ok: true, value: media };
  return { ok: false, refused: invalidParameter('id', id, 'There is no open upload with this media id.') };
}
