import type { Post } from '../posts/post.js';
import type { World } from '../world/world.js';
import type { MediaType } from './media.js';

export interface PictureOnX {
  readonly id: string;
  readonly mediaType: MediaType;
  readonly altText: string | undefined;
}

/** A post's pictures in its order, as anybody sees them. */
export function picturesOf(world: World, { mediaIds }: Post): PictureOnX[] {
  return mediaIds.flatMap((id) => {
    const media = world.media.get(id);
    return media?.state === 'ready' ? [{ id, mediaType: media.mediaType, altText: media.altText }] : [];
  });
}

/** X forgets an upload that no post carries (docs.x.com, "Media upload": `expires_after_secs`). */
export function forgetUploads(world: World, ownerId: string): void {
  const carried = new Set(world.posts.all().flatMap(({ mediaIds }) => mediaIds));
  for (const { id, ownerId: whose } of [...world.media.values()]) {
    if (whose === ownerId && !carried.has(id)) world.media.delete(id);
  }
}
