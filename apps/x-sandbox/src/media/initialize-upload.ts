import { z } from 'zod';
import { ok } from '../wire/answer.js';
import type { Endpoint } from '../wire/endpoint.js';
import { readInput, snowflake } from '../wire/input.js';
import { invalidParameter } from '../wire/problems.js';
import { maxBytesOf, mediaKeyOf, mediaLifeS, mediaTypes } from './media.js';

const NewUpload = z.strictObject({
  media_type: z.enum(mediaTypes),
  total_bytes: z.coerce.number().int().positive(),
  media_category: z.enum(['tweet_image', 'tweet_gif']).optional(),
  shared: z.boolean().optional(),
  additional_owners: z.array(snowflake).optional(),
});

export const initializeUpload: Endpoint = {
  method: 'POST',
  path: '/2/media/upload/initialize',
  scopes: ['media.write'],
  limit: 1_875,
  handle({ world, account, body }) {
    const input = readInput(NewUpload, body);
    if (!input.ok) return input.refused;
    const { media_type: mediaType, total_bytes: totalBytes } = input.value;
    if (totalBytes > maxBytesOf(mediaType)) {
      return invalidParameter('total_bytes', String(totalBytes), 'The file is larger than X takes.');
    }
    const id = world.nextId();
    world.media.set(id, {
      id,
      ownerId: account.id,
      mediaType,
      totalBytes,
      state: 'receiving',
      segments: new Map(),
    });
    return ok({ data: { id, media_key: mediaKeyOf(id), expires_after_secs: mediaLifeS } });
  },
};
