import { z } from 'zod';
import { anyone, curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, MediaId, PostId, TakeoverId } from '../define/ids.js';
import { TypedText } from '../define/words.js';
import { ArchiveEntry, ArchivePicture, ArchivePost, KeptOutBy } from './archive.js';

const entryInput = { charityId: CharityId, takeoverId: TakeoverId };

/** Where a page ends; the next one begins after it. */
const After = z.string().regex(/^[0-9A-Za-z:.-]{8}[0-9A-Za-z_:.-]{0,80}$/, 'is what the page before said');

export const listArchive = defineOperation({
  name: 'list-archive',
  owner: 'posting-gateway',
  summary:
    'The public archive of a charity, newest takeover first. With `q`: those in which every one of these words, or a longer word that begins with it, is in one post or in the name.',
  method: 'GET',
  path: '/charities/{charityId}/archive',
  access: [anyone],
  input: z.object({
    charityId: CharityId,
    q: TypedText.trim().max(200, 'can be at most 200 characters').default(''),
    /** In which the takeover opened, by the charity's own clock. */
    year: z.coerce.number().int().min(2000).max(2200).optional(),
    after: After.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({
    entries: z.array(
      ArchiveEntry.extend({
        /** How the first post begins in which the words are; null where nothing is looked for, or the name is it. */
        found: z.string().nullable(),
      }),
    ),
    /** Null after the last page. */
    next: z.string().nullable(),
    /** Every year that has entries, newest first. */
    years: z.array(z.int()),
  }),
  refusals: {},
});

export const viewArchiveEntry = defineOperation({
  name: 'view-archive-entry',
  owner: 'posting-gateway',
  summary:
    'A takeover in the public archive: what the charity introduced its curator with, and their posts in the order they were read. Answers to others are not in it.',
  method: 'GET',
  path: '/charities/{charityId}/archive/{takeoverId}',
  access: [anyone],
  input: z.object({ ...entryInput, from: z.coerce.number().int().min(0).default(0) }),
  output: z.object({
    entry: ArchiveEntry,
    posts: z.array(ArchivePost),
    /** `from` of the next page; null after the last. */
    next: z.int().nullable(),
  }),
  refusals: {},
});

export const readArchivePicture = defineOperation({
  name: 'read-archive-picture',
  owner: 'posting-gateway',
  summary: 'A picture of the public archive, piece by piece. Each piece asks anew whether it is public.',
  method: 'GET',
  path: '/charities/{charityId}/archive/{takeoverId}/pictures/{mediaId}',
  access: [anyone],
  input: z.object({ ...entryInput, mediaId: MediaId, from: z.coerce.number().int().min(0).default(0) }),
  output: z.object({ mimeType: z.string(), piece: z.base64(), next: z.int().nullable() }),
  refusals: {},
});

const whoKeepsIt = [curator, staff('manager')] as const;

export const reviewArchive = defineOperation({
  name: 'review-archive',
  owner: 'posting-gateway',
  summary:
    'What is in the archive and what somebody keeps out of it, for the team; for a curator their own takeovers. Without its curator’s consent a takeover is not in it at all.',
  method: 'GET',
  path: '/charities/{charityId}/archive-review',
  access: whoKeepsIt,
  input: z.object({ charityId: CharityId, after: After.optional() }),
  output: z.object({
    entries: z.array(ArchiveEntry.extend({ keptOutBy: KeptOutBy })),
    next: z.string().nullable(),
  }),
  refusals: {},
});

export const reviewArchiveEntry = defineOperation({
  name: 'review-archive-entry',
  owner: 'posting-gateway',
  summary: 'One takeover of the archive with all its posts and pictures, and by whom each is kept out.',
  method: 'GET',
  path: '/charities/{charityId}/archive-review/{takeoverId}',
  access: whoKeepsIt,
  input: z.object({ ...entryInput, from: z.coerce.number().int().min(0).default(0) }),
  output: z.object({
    entry: ArchiveEntry.extend({ keptOutBy: KeptOutBy }),
    /** What the team said about why it keeps the takeover out; for the team alone, null for its curator. */
    reason: z.string().nullable(),
    posts: z.array(
      ArchivePost.extend({
        keptOutBy: KeptOutBy,
        pictures: z.array(ArchivePicture.extend({ keptOutBy: KeptOutBy })),
      }),
    ),
    next: z.int().nullable(),
  }),
  refusals: {},
});

/** A picture of a post, a post, or where neither is named the whole takeover. */
const what = { postId: PostId.optional(), mediaId: MediaId.optional() };

export const takeOutOfArchive = defineOperation({
  name: 'take-out-of-archive',
  owner: 'posting-gateway',
  summary:
    'Takes a takeover, one post or one picture out of the public archive, at once. What goes out on X is not touched. Saying it again changes nothing but the reason.',
  method: 'POST',
  path: '/charities/{charityId}/archive/{takeoverId}/out',
  access: whoKeepsIt,
  input: z.object({
    ...entryInput,
    ...what,
    /** A curator need not say why. */
    reason: TypedText.trim().max(500, 'can be at most 500 characters').default(''),
  }),
  output: z.object({ keptOutBy: KeptOutBy }),
  refusals: {
    reasonMissing: {
      status: 422,
      message:
        'Please write down why it comes out, so that others of the team know later. A few words are enough.',
    },
  },
});

export const putBackInArchive = defineOperation({
  name: 'put-back-in-archive',
  owner: 'posting-gateway',
  summary:
    'Puts back what you took out. What its curator took out the team cannot put back, and the other way round.',
  method: 'POST',
  path: '/charities/{charityId}/archive/{takeoverId}/back',
  access: whoKeepsIt,
  input: z.object({ ...entryInput, ...what }),
  output: z.object({ keptOutBy: KeptOutBy }),
  refusals: {},
});

export const leaveArchive = defineOperation({
  name: 'leave-archive',
  owner: 'posting-gateway',
  summary:
    'Takes all of a curator’s takeovers off the public archive at once, for whoever has just taken back that consent: the news of that may arrive a moment later. They come back only with a new yes. Saying it again changes nothing.',
  method: 'POST',
  path: '/charities/{charityId}/archive-review/leave',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({}),
  refusals: {},
});
