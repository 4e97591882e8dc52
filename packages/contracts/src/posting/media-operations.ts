import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MediaId } from '../define/ids.js';
import { notLookedAt } from './held-post-operations.js';
import { AltText, Picture } from './picture.js';
import { consentWithdrawn } from './refusals.js';

const mediaInput = { charityId: CharityId, mediaId: MediaId };
/** Staff see a picture whose curator handed it over in a post, or asked them to describe it; no other. */
const whoMayLook = [curator, staff('manager', 'moderator')] as const;

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
    altText: AltText.default(''),
  }),
  output: z.object({ mediaId: MediaId, chunkBytes: z.int(), nextIndex: z.int() }),
  refusals: {
    ...mediaRefusals,
    consentWithdrawn,
    tooManyPictures: {
      status: 429,
      message:
        'You have sent 200 pictures within a day, which is as many as Baton takes. Those that are here stay. Please go on tomorrow.',
    },
  },
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
    busy: {
      status: 503,
      message:
        'Many pictures are being made ready just now. Yours has arrived and is kept: please try again in a few seconds.',
    },
  },
});

export const viewMedia = defineOperation({
  name: 'view-media',
  owner: 'posting-gateway',
  summary:
    'A picture: how far its upload has come, or what became of it. Staff see those that were handed over or that they are asked to describe.',
  method: 'GET',
  path: '/charities/{charityId}/media/{mediaId}',
  access: whoMayLook,
  input: z.object(mediaInput),
  output: Picture,
  refusals: { notLookedAt },
});

export const listMedia = defineOperation({
  name: 'list-media',
  owner: 'posting-gateway',
  summary: 'A curator’s own pictures, newest first, a hundred at most; `since` leaves older ones out.',
  method: 'GET',
  path: '/charities/{charityId}/media',
  access: [curator],
  input: z.object({ charityId: CharityId, since: Instant.optional() }),
  output: z.object({ pictures: z.array(Picture) }),
  refusals: {},
});

export const readPicture = defineOperation({
  name: 'read-picture',
  owner: 'posting-gateway',
  summary:
    'A piece of a clean picture in base64, and where the next piece begins: for other devices and for the team.',
  method: 'GET',
  path: '/charities/{charityId}/media/{mediaId}/picture',
  access: whoMayLook,
  input: z.object({ ...mediaInput, from: z.coerce.number().int().min(0).default(0) }),
  output: z.object({ mimeType: z.string(), piece: z.base64(), next: z.int().nullable() }),
  refusals: {
    notLookedAt,
    notReady: { status: 409, message: 'This picture is not ready yet. Please finish its upload first.' },
  },
});
