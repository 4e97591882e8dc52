import { ok } from '../wire/answer.js';
import type { Endpoint } from '../wire/endpoint.js';
import { invalidParameter } from '../wire/problems.js';
import { findUpload } from './find-upload.js';
import { measureImage } from './measure-image.js';
import { mediaKeyOf, mediaLifeS } from './media.js';

/** Joins the segments. Pictures are ready at once, so there is no processing_info, as on X. */
export const finalizeUpload: Endpoint = {
  method: 'POST',
  path: '/2/media/upload/:id/finalize',
  scopes: ['media.write'],
  limit: 1_875,
  handle(call) {
    const upload = findUpload(call);
    if (!upload.ok) return upload.refused;
    const { id, ownerId, mediaType, totalBytes, segments } = upload.value;
    const inOrder = [...segments.keys()].sort((a, b) => a - b);
    if (inOrder.some((index, position) => index !== position)) {
      return invalidParameter('id', id, 'A segment is missing.');
    }
    const bytes = Buffer.concat(inOrder.flatMap((index) => segments.get(index) ?? []));
    if (bytes.length !== totalBytes) {
      return invalidParameter('id', id, 'Fewer bytes were sent than total_bytes announced.');
    }
    const size = measureImage(mediaType, bytes);
    if (!size) return invalidParameter('id', id, `The file is not ${mediaType}.`);
    call.world.media.set(id, {
      id,
      ownerId,
      mediaType,
      totalBytes,
      state: 'ready',
      bytes,
      size,
      altText: undefined,
    });
    return ok({
      data: { id, media_key: mediaKeyOf(id), size: bytes.length, expires_after_secs: mediaLifeS },
    });
  },
};
