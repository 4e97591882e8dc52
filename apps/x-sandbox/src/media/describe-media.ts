import { z } from 'zod';
import { ok } from '../wire/answer.js';
import type { Endpoint } from '../wire/endpoint.js';
import { readInput, snowflake } from '../wire/input.js';
import { invalidParameter } from '../wire/problems.js';
import { maxAltTextLength } from './media.js';

const Description = z.strictObject({
  id: snowflake,
  metadata: z.object({ alt_text: z.strictObject({ text: z.string().max(maxAltTextLength) }) }),
});

/** POST /2/media/metadata: the words for people who do not see the picture. */
export const describeMedia: Endpoint = {
  method: 'POST',
  path: '/2/media/metadata',
  scopes: ['media.write'],
  limit: 500,
  handle({ world, account, body }) {
    const input = readInput(Description, body);
    if (!input.ok) return input.refused;
    const { id, metadata } = input.value;
    const media = world.media.get(id);
    if (media?.state !== 'ready' || media.ownerId !== account.id) {
      return invalidParameter('id', id, 'Your media ID is invalid.');
    }
    world.media.set(id, { ...media, altText: metadata.alt_text.text });
    return ok({ data: { id, associated_metadata: { alt_text: metadata.alt_text } } });
  },
};
