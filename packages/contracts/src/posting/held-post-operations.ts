import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, PostId } from '../define/ids.js';
import { TypedText } from '../define/words.js';
import { Finding } from './finding.js';
import { Poll } from './post.js';
import { changedElsewhere, notYours } from './refusals.js';

/** What the people around a held post do before somebody decides. */
const moderators = staff('manager', 'moderator');

export const notHeld = {
  status: 409,
  message: 'This post is not waiting for a decision any more.',
} as const;

/** Why there is nothing to decide any more. `decidedMeanwhile` has `details.verdict`: what was decided. */
export const notHeldAnyMore = {
  notHeld,
  takenBackMeanwhile: {
    status: 409,
    message: 'Its author has taken this post back. There is nothing left to decide.',
  },
  windowOverMeanwhile: {
    status: 409,
    message:
      'The takeover ended before this post was decided, so it can no longer go out. Its author keeps the words.',
  },
  decidedMeanwhile: {
    status: 409,
    message: 'Somebody else of the team has decided about this post already.',
  },
} as const;

/** To whom the decision about a held post is left. */
export const HandedUpTo = z.enum(['somebodyElse', 'managers']);
export type HandedUpTo = z.infer<typeof HandedUpTo>;

export const handedUpToAnother = {
  waitsForAnother: {
    status: 409,
    message:
      'You asked somebody else of the team about this post, so the decision is theirs. If you need nobody any more, take your question back.',
  },
  waitsForManagers: {
    status: 409,
    message: 'The decision about this post was left to a manager. They have been called.',
  },
} as const;

/** `details.until`: when it is free again. */
export const claimedByAnother = {
  status: 409,
  message:
    'Somebody else of the team is looking at this post just now. Take another one, or come back in a few minutes.',
} as const;

/** `decide-post` and `propose-edit` ask for a look, because nobody approves words they never saw. */
export const notLookedAt = {
  status: 409,
  message:
    'These words may be hard to read, so Baton hides them, and you have not looked at them. Look first, or leave the post to somebody else. You can say no without looking.',
} as const;

export const saidNoBefore = {
  status: 409,
  message:
    'You said no to this post before, and its author asks again. Somebody else of the team decides whether it stays a no. If you have changed your mind, you can say yes.',
} as const;

/** How many posts that may be hard to read somebody has looked at, and what is good to do now. */
export const Exposure = z.object({
  inLastDay: z.int(),
  /** A kind word to stop for a while. Nothing is refused for it. */
  suggestion: z.string().nullable(),
});
export type Exposure = z.infer<typeof Exposure>;

/** Past the day's cap somebody says that they look even so: there may be nobody else, and somebody may be in danger. */
export const evenSo = z.boolean().default(false);

/** `details.inLastDay`: how many they have looked at. */
export const enoughToday = {
  status: 409,
  message:
    'You have looked at a lot today that is hard to read, and that is enough for one person. Please leave this to somebody else of the team, or come back tomorrow. If nobody else is there, you can look even so.',
} as const;

export const lookAtPost = defineOperation({
  name: 'look-at-post',
  owner: 'posting-gateway',
  summary:
    'The words of a post that may be hard to read. It is counted how many of them you have looked at, for your own sake; looking at the same one again does not count.',
  method: 'POST',
  path: '/charities/{charityId}/posts/{postId}/look',
  access: [moderators],
  input: z.object({ charityId: CharityId, postId: PostId, evenSo }),
  output: z.object({
    text: z.string(),
    poll: Poll.nullable(),
    /** Of the post as it was looked at: a decision names it. */
    edition: z.int(),
    exposure: Exposure,
  }),
  refusals: { enoughToday },
});

export const claimPost = defineOperation({
  name: 'claim-post',
  owner: 'posting-gateway',
  summary:
    'Says that you are looking at a held post, so that nobody else decides about it meanwhile. It ends after ten minutes; saying it again begins them anew.',
  method: 'PUT',
  path: '/charities/{charityId}/posts/{postId}/claim',
  access: [moderators],
  input: z.object({ charityId: CharityId, postId: PostId }),
  output: z.object({ until: Instant }),
  refusals: { ...notHeldAnyMore, claimedByAnother },
});

export const releaseClaim = defineOperation({
  name: 'release-claim',
  owner: 'posting-gateway',
  summary: 'Leaves a held post to the others again. Where you have no claim, nothing changes.',
  method: 'DELETE',
  path: '/charities/{charityId}/posts/{postId}/claim',
  access: [moderators],
  input: z.object({ charityId: CharityId, postId: PostId }),
  output: z.object({ postId: PostId }),
  refusals: {},
});

/** Other words for a post, as the team would let them go out. */
export const Proposal = z.object({
  /** The post’s words as they are. */
  before: z.string(),
  /** The words as the team suggests them. */
  after: z.string(),
  /** What the team says about it. */
  note: z.string(),
  at: Instant,
});
export type Proposal = z.infer<typeof Proposal>;

export const proposeEdit = defineOperation({
  name: 'propose-edit',
  owner: 'posting-gateway',
  summary:
    'Suggests other words for a held post. Nothing goes out in somebody’s name that they did not say: once its author edits the post to just these words, the team has said yes to it. A later suggestion takes the place of an earlier one.',
  method: 'PUT',
  path: '/charities/{charityId}/posts/{postId}/proposal',
  access: [moderators],
  input: z.object({
    charityId: CharityId,
    postId: PostId,
    /** `edition` of the post as it was looked at. */
    edition: z.int().min(0),
    text: TypedText.min(1, 'cannot be empty').max(25_000, 'is far too long for a post'),
    note: z.string().trim().max(500).default(''),
  }),
  /** With what the checks find in the suggested words; the team’s yes goes for that too. */
  output: Proposal.extend({ findings: z.array(Finding) }),
  refusals: {
    proposalBlocked: {
      status: 422,
      message: 'These words could not go out either: see what was found in them, and suggest others.',
    },
    ...notHeldAnyMore,
    ...handedUpToAnother,
    changedElsewhere,
    claimedByAnother,
    notLookedAt,
  },
});

export const viewProposal = defineOperation({
  name: 'view-proposal',
  owner: 'posting-gateway',
  summary:
    'The words that the team suggests for a held post, beside those it has. Null once the post was changed or decided.',
  method: 'GET',
  path: '/charities/{charityId}/posts/{postId}/proposal',
  access: [curator, moderators],
  input: z.object({ charityId: CharityId, postId: PostId }),
  output: z.object({ proposal: Proposal.nullable() }),
  refusals: { notYours, notLookedAt },
});
