import { z } from 'zod';
import { curator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, MediaId } from '../define/ids.js';
import { consentWithdrawn } from './refusals.js';

const mediaInput = { charityId: CharityId, mediaId: MediaId };

const mediaRefusals = {
  notAPicture: {
    status: 422,
    message:
      'This file is not a picture that can go out. Please use a JPEG, PNG, WEBP or GIF of at most 15 MB.',
  },
} as const;

export const beginMedia = defineOperation({
  name: 'begin-media',
  owner: 'posting-gateway',
  summary: 'Begins a picture’s upload, which goes in chunks and can be resumed at the first missing one.',
  method: 'POST',
  path: '/charities/{charityId}/media',
  access: [curator],
  input: z.object({
    ...mediaInput,
    byteLength: z.int().min(1).max(15_000_000),
    altText: z.string().trim().max(1000, 'can be at most 1,000 characters').default(''),
  }),
  output: z.object({ mediaId: MediaId, chunkBytes: z.int(), nextIndex: z.int() }),
  refusals: { ...mediaRefusals, consentWithdrawn },
});

export const appendMedia = defineOperation({
  name: 'append-media',
  owner: 'posting-gateway',
  summary: 'Adds one chunk of a picture. The same chunk again is harmless.',
  method: 'PUT',
  path: '/charities/{charityId}/media/{mediaId}/chunks/{index}',
  access: [curator],
  input: z.object({
    ...mediaInput,
    index: z.coerce.number().int().min(0).max(200),
    base64: z.base64().max(360_000),
  }),
  output: z.object({ nextIndex: z.int() }),
  refusals: {
    alreadyFinished: { status: 409, message: 'This picture is complete already. Please begin a new upload.' },
  },
});

export const finishMedia = defineOperation({
  name: 'finish-media',
  owner: 'posting-gateway',
  summary: 'Ends the upload: the picture is re-encoded with nothing but the picture left in it.',
  method: 'POST',
  path: '/charities/{charityId}/media/{mediaId}/finish',
  access: [curator],
  input: z.object(mediaInput),
  output: z.object({
    mediaId: MediaId,
    mimeType: z.string(),
    width: z.int(),
    height: z.int(),
    byteLength: z.int(),
  }),
  refusals: {
    ...mediaRefusals,
    incomplete: {
      status: 409,
      message: 'Some parts of this picture have not arrived yet. Please send them again.',
    },
  },
});
