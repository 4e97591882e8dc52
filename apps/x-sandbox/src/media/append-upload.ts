import { z } from 'zod';
import { ok } from '../wire/answer.js';
import type { Endpoint } from '../wire/endpoint.js';
import { readInput } from '../wire/input.js';
import { invalidParameter } from '../wire/problems.js';
import { findUpload } from './find-upload.js';
import { mediaLifeS } from './media.js';

/** Bytes from a multipart part, or base64 text from JSON. */
const Segment = z.strictObject({
  segment_index: z.coerce.number().int().min(0).max(999),
  media: z.union([z.instanceof(Buffer), z.base64().transform((text) => Buffer.from(text, 'base64'))]),
});

export const appendUpload: Endpoint = {
  method: 'POST',
  path: '/2/media/upload/:id/append',
  scopes: ['media.write'],
  limit: 1_875,
  bodyLimitBytes: 8 * 1024 * 1024,
  handle(call) {
    const upload = findUpload(call);
    if (!upload.ok) return upload.refused;
    const input = readInput(Segment, call.body);
    if (!input.ok) return input.refused;
    const { segment_index: index, media: bytes } = input.value;
    const segments = new Map(upload.value.segments).set(index, bytes);
    const received = [...segments.values()].reduce((sum, segment) => sum + segment.length, 0);
    if (received > upload.value.totalBytes) {
      return invalidParameter('media', '', 'More bytes were sent than total_bytes announced.');
    }
    call.world.media.set(upload.value.id, { ...upload.value, segments });
    const expiresAt = Math.floor(call.world.now().getTime() / 1000) + mediaLifeS;
    return ok({ data: { expires_at: expiresAt } });
  },
};
