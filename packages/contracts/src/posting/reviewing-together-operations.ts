import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MemberId, PostId, PostNoteId } from '../define/ids.js';
import { TypedText } from '../define/words.js';
import { CheckName } from './finding.js';
import { claimedByAnother, HandedUpTo, notHeldAnyMore, notLookedAt } from './held-post-operations.js';

/** How the people who look after held posts help each other. */
const moderators = staff('manager', 'moderator');

export const handUpPost = defineOperation({
  name: 'hand-up-post',
  owner: 'posting-gateway',
  summary:
    'Leaves the decision about a held post to somebody else of the team, for a second opinion, or to a manager; they are called. `nobody` takes that back. Whoever has asked for another cannot decide alone meanwhile. It ends with the decision.',
  method: 'PUT',
  path: '/charities/{charityId}/posts/{postId}/handed-up',
  access: [moderators],
  input: z.object({ charityId: CharityId, postId: PostId, to: z.enum([...HandedUpTo.options, 'nobody']) }),
  output: z.object({ postId: PostId, to: z.enum([...HandedUpTo.options, 'nobody']) }),
  refusals: {
    ...notHeldAnyMore,
    claimedByAnother,
    notYourAsking: {
      status: 403,
      message: 'Somebody else of the team asked for this. They can take it back, and so can a manager.',
    },
  },
});

export const noteOnPost = defineOperation({
  name: 'note-on-post',
  owner: 'posting-gateway',
  summary:
    'Leaves a note about a post to the rest of the team. Its author never sees it; it is erased with the post’s words.',
  method: 'PUT',
  path: '/charities/{charityId}/posts/{postId}/notes/{noteId}',
  access: [moderators],
  input: z.object({
    charityId: CharityId,
    postId: PostId,
    noteId: PostNoteId,
    text: TypedText.trim().min(1, 'cannot be empty').max(2_000, 'can be at most 2,000 characters'),
  }),
  output: z.object({ noteId: PostNoteId }),
  refusals: {
    idReused: { status: 409, message: 'There is another note with this id.' },
  },
});

export const listPostNotes = defineOperation({
  name: 'list-post-notes',
  owner: 'posting-gateway',
  summary: 'What the team says among itself about a post, oldest first.',
  method: 'GET',
  path: '/charities/{charityId}/posts/{postId}/notes',
  access: [moderators],
  input: z.object({ charityId: CharityId, postId: PostId }),
  output: z.object({
    notes: z.array(z.object({ noteId: PostNoteId, by: MemberId, at: Instant, text: z.string() })),
  }),
  refusals: { notLookedAt },
});

export const setReviewWishes = defineOperation({
  name: 'set-review-wishes',
  owner: 'posting-gateway',
  summary:
    'Of which checks you do not want to meet what they found: such posts come last in your queue, without their words until you ask for them. Everybody else still sees them, and the team is called where nobody takes one.',
  method: 'PUT',
  path: '/charities/{charityId}/review/wishes',
  access: [moderators],
  input: z.object({ charityId: CharityId, spared: z.array(CheckName).max(CheckName.options.length) }),
  output: z.object({ spared: z.array(CheckName) }),
  refusals: {},
});

export const setReviewTarget = defineOperation({
  name: 'set-review-target',
  owner: 'posting-gateway',
  summary:
    'Within how many minutes the charity means to look at a held post, 30 unless it says so. After that the team is called, and its author told. It holds for posts that begin to wait from now on.',
  method: 'PUT',
  path: '/charities/{charityId}/review/target',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    minutes: z.int().min(5, 'must be at least 5 minutes').max(1_440, 'can be at most a day'),
  }),
  output: z.object({ minutes: z.int() }),
  refusals: {},
});
