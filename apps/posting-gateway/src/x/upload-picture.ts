import { setTimeout as pause } from 'node:timers/promises';
import type { TwitterApi } from 'twitter-api-v2';
import { z } from 'zod';
import { parseAnswer } from './parse-answer.js';
import { XFailure } from './x-failure.js';
import type { XWire } from './x-wire.js';

export interface PictureForX {
  readonly bytes: Buffer;
  readonly mimeType: string;
  readonly altText: string;
}

export interface UploadedPicture {
  readonly xMediaId: string;
  readonly expiresInMs: number;
}

const segmentBytes = 1_048_576;
/** X describes its processing as seconds; a still picture needs none. */
const longestProcessingMs = 30_000;

const Initialized = z.object({ data: z.object({ id: z.string().min(1), expires_after_secs: z.number() }) });
const Processed = z.object({
  data: z.object({
    processing_info: z
      .object({
        state: z.enum(['pending', 'in_progress', 'failed', 'succeeded']),
        check_after_secs: z.number().optional(),
      })
      .optional(),
  }),
});

/**
 * Gives X a picture and its description (docs.x.com, "Media upload": initialize, append, finalize, status,
 * metadata). May be repeated: an upload that no post uses is forgotten by X after a day. The steps are taken
 * one by one because the library's `uploadMedia` keeps the expiry to itself and waits without an end.
 */
export async function uploadPicture(
  wire: XWire,
  accessToken: string,
  picture: PictureForX,
): Promise<UploadedPicture> {
  const client = wire.asUser(accessToken);
  const upload = parseAnswer(
    Initialized,
    await client.v2.post('media/upload/initialize', {
      media_type: picture.mimeType,
      media_category: picture.mimeType === 'image/gif' ? 'tweet_gif' : 'tweet_image',
      total_bytes: picture.bytes.length,
    }),
  ).data;
  for (let from = 0, index = 0; from < picture.bytes.length; from += segmentBytes, index += 1) {
    const segment = { segment_index: index, media: picture.bytes.subarray(from, from + segmentBytes) };
    await client.v2.post(`media/upload/${upload.id}/append`, segment, { forceBodyMode: 'form-data' });
  }
  const finalized = await client.v2.post(`media/upload/${upload.id}/finalize`);
  await untilProcessed(client, upload.id, parseAnswer(Processed, finalized));
  if (picture.altText !== '') {
    await client.v2.createMediaMetadata(upload.id, { alt_text: { text: picture.altText } });
  }
  return { xMediaId: upload.id, expiresInMs: upload.expires_after_secs * 1000 };
}

async function untilProcessed(
  client: TwitterApi,
  xMediaId: string,
  first: z.output<typeof Processed>,
): Promise<void> {
  let progress = first.data.processing_info;
  for (let waitedMs = 0; progress && progress.state !== 'succeeded'; ) {
    if (progress.state === 'failed') {
      throw new XFailure({ kind: 'refused', status: 422, says: 'media processing failed' });
    }
    const waitMs = Math.max(progress.check_after_secs ?? 1, 0.1) * 1000;
    waitedMs += waitMs;
    if (waitedMs > longestProcessingMs) throw new XFailure({ kind: 'deadline' });
    await pause(waitMs);
    const status = await client.v2.get('media/upload', { command: 'STATUS', media_id: xMediaId });
    progress = parseAnswer(Processed, status).data.processing_info;
  }
}
