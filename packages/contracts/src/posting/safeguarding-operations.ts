import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, PostId } from '../define/ids.js';
import { Post } from './post.js';
import { changedElsewhere } from './refusals.js';

const moderators = staff('manager', 'moderator');

/** What a person decides about a post that X may or may not have. */
export const UnknownVerdict = z.enum(['isOut', 'sendAgain', 'letItGo']);
export type UnknownVerdict = z.infer<typeof UnknownVerdict>;

export const listReviewQueue = defineOperation({
  name: 'list-review-queue',
  owner: 'posting-gateway',
  summary:
    'What waits for a person: held posts, posts whose outcome is unknown, and posts to delete on X by hand. Oldest first.',
  method: 'GET',
  path: '/charities/{charityId}/review',
  access: [moderators],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    held: z.array(Post),
    unknown: z.array(Post),
    /** What a person can decide about a post whose outcome is unknown, and what each choice risks. */
    choices: z.array(z.object({ verdict: UnknownVerdict, words: z.string() })),
    /** Somebody wants them gone, and X refuses Baton. They leave this list once X has them no more. */
    toDeleteByHand: z.array(Post),
  }),
  refusals: {},
});

export const decidePost = defineOperation({
  name: 'decide-post',
  owner: 'posting-gateway',
  summary: 'Approves or declines a held post; a decline carries a reason the curator sees.',
  method: 'POST',
  path: '/charities/{charityId}/posts/{postId}/decision',
  access: [moderators],
  input: z
    .object({
      charityId: CharityId,
      postId: PostId,
      verdict: z.enum(['approve', 'decline']),
      /** `edition` of the post as it was looked at. */
      edition: z.int().min(0),
      reason: z.string().trim().max(500).default(''),
    })
    .refine(({ verdict, reason }) => verdict === 'approve' || reason.length >= 3, {
      path: ['reason'],
      message: 'tell the curator why',
    }),
  output: Post,
  refusals: {
    changedElsewhere,
    notHeld: { status: 409, message: 'This post is not waiting for a decision any more.' },
  },
});

export const resolveUnknown = defineOperation({
  name: 'resolve-unknown',
  owner: 'posting-gateway',
  summary:
    'Decides about a post whose outcome is unknown. `isOut` says which post on X it is, `sendAgain` risks the post appearing twice, `letItGo` risks it never appearing.',
  method: 'POST',
  path: '/charities/{charityId}/posts/{postId}/resolution',
  access: [moderators],
  input: z.object({
    charityId: CharityId,
    postId: PostId,
    verdict: UnknownVerdict,
    /** Of `isOut`: the post’s number on X, or its link. */
    xPost: z.string().trim().max(300).optional(),
  }),
  output: Post,
  refusals: {
    notUnknown: { status: 409, message: 'The outcome of this post is known by now.' },
    notAPostOfTheAccount: {
      status: 422,
      message:
        'Baton cannot tell which post you mean. Open the post on X and copy its link: it must be a post of the charity’s account.',
    },
    knownAsAnother: {
      status: 409,
      message: 'Baton knows that post on X already: it is another one of the charity’s. Please look again.',
    },
    accountReplaced: {
      status: 409,
      message:
        'This post was for the X account that was connected before, so Baton cannot send it again. Look there, then say that it is out or let it go.',
    },
    stillLooking: {
      status: 409,
      message:
        'Baton is still looking for this post on the account’s timeline. Please wait until it has finished.',
    },
  },
});

/**
 * How far the account is out of the curator's hands.
 * `off`: handed over. `hold`: every post waits for a moderator. `pause`: posts wait, nothing goes.
 * `takenBack`: the same, and the curator is told that the charity has the account.
 */
export const SwitchMode = z.enum(['off', 'hold', 'pause', 'takenBack']);
export type SwitchMode = z.infer<typeof SwitchMode>;

const Switch = z.object({ mode: SwitchMode, since: Instant.nullable(), reason: z.string() });

/** Proof of one moment: every post that had not gone is named. */
const SwitchProof = z.object({
  switch: Switch,
  /** Waiting posts that will not go while the switch is on. */
  stopped: z.array(PostId),
  /** Posts of the open takeover that were out before. */
  alreadyOut: z.array(PostId),
  /** Posts X was being asked to publish at that moment, or whose outcome is unknown. */
  unknown: z.array(PostId),
});

const why = z.string().trim().max(500).default('');

export const setSwitch = defineOperation({
  name: 'set-switch',
  owner: 'posting-gateway',
  summary:
    'Throws the kill switch, at once and by any moderator, and answers with proof: what was stopped, what was out, what is unknown.',
  method: 'PUT',
  path: '/charities/{charityId}/switch',
  access: [moderators],
  input: z.object({ charityId: CharityId, mode: SwitchMode.exclude(['off']), reason: why }),
  output: SwitchProof,
  refusals: {
    looser: {
      status: 409,
      message:
        'The account is further out of the curator’s hands already. Release the switch to give it back.',
    },
  },
});

export const releaseSwitch = defineOperation({
  name: 'release-switch',
  owner: 'posting-gateway',
  summary: 'Hands the account back, wholly or so far that a moderator looks at every post.',
  method: 'POST',
  path: '/charities/{charityId}/switch/release',
  access: [moderators],
  stepUp: true,
  input: z.object({
    charityId: CharityId,
    to: SwitchMode.extract(['off', 'hold']).default('off'),
    reason: why,
  }),
  output: SwitchProof,
  refusals: {
    stricter: {
      status: 409,
      message: 'The account is further in the curator’s hands already, so there is nothing to release.',
    },
  },
});

export const viewSwitch = defineOperation({
  name: 'view-switch',
  owner: 'posting-gateway',
  summary: 'Who has the account just now.',
  method: 'GET',
  path: '/charities/{charityId}/switch',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: Switch,
  refusals: {},
});
