import { z } from 'zod';
import { ok } from '../wire/answer.js';
import type { Endpoint } from '../wire/endpoint.js';
import { readInput, snowflake } from '../wire/input.js';
import { invalidParameter } from '../wire/problems.js';
import { mediaKeyOf, mediaLifeS } from './media.js';

const StatusQuery = z.object({ command: z.literal('STATUS').default('STATUS'), media_id: snowflake });

export const uploadStatus: Endpoint = {
  method: 'GET',
  path: '/2/media/upload',
  scopes: ['media.write'],
  limit: 1_000,
  handle({ world, account, query }) {
    const input = readInput(StatusQuery, query);
    if (!input.ok) return input.refused;
    const media = world.media.get(input.value.media_id);
    if (media?.ownerId !== account.id) {
      return invalidParameter('media_id', input.value.media_id, 'There is no upload with this media id.');
    }
    const processing =
      media.state === 'ready'
        ? { state: 'succeeded', progress_percent: 100 }
        : { state: 'pending', check_after_secs: 1, progress_percent: 0 };
    return ok({
      data: {
        id: media.id,
        media_key: mediaKeyOf(media.id),
        size: media.totalBytes,
        expires_after_secs: mediaLifeS,
        processing_info: processing,
      },
    });
  },
};
