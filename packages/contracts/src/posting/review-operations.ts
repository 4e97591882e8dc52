import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, PostId } from '../define/ids.js';
import { CheckName } from './finding.js';
import {
  claimedByAnother,
  Exposure,
  HandedUpTo,
  handedUpToAnother,
  notHeldAnyMore,
  notLookedAt,
  saidNoBefore,
} from './held-post-operations.js';
import { Post } from './post.js';
import { changedElsewhere } from './refusals.js';

const moderators = staff('manager', 'moderator');

/** What a person decides about a post that X may or may not have. */
export const UnknownVerdict = z.enum(['isOut', 'sendAgain', 'letItGo']);
export type UnknownVerdict = z.infer<typeof UnknownVerdict>;

/** A held post as the team sees it. */
export const HeldPost = Post.extend({
  /** Somebody is looking at it until then. */
  claim: z.object({ until: Instant, isYours: z.boolean() }).nullable(),
  /** Somebody of the team has left the decision to another one, or to a manager. */
  handedUp: z.object({ to: HandedUpTo, byYou: z.boolean(), mayDecide: z.boolean() }).nullable(),
  /** How many notes the team has left about it. */
  notes: z.int().min(0),
  /** Its author asks again after the team said no. Who said no may now say yes; a second no is for somebody else to say. */
  appeal: z.object({ mayDecline: z.boolean() }).nullable(),
});
export type HeldPost = z.infer<typeof HeldPost>;

export const listReviewQueue = defineOperation({
  name: 'list-review-queue',
  owner: 'posting-gateway',
  summary:
    'What waits for a person: held posts, posts whose outcome is unknown, and posts to delete on X by hand. Whoever may be in danger first, then the oldest; words that may be hard to read are hidden.',
  method: 'GET',
  path: '/charities/{charityId}/review',
  access: [moderators],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    held: z.array(HeldPost),
    /** Of which checks who asks does not want to meet what they found (`set-review-wishes`). */
    spared: z.array(CheckName),
    /** Within how many minutes the charity means to look. */
    withinMinutes: z.int(),
    /** Of who asks. */
    exposure: Exposure,
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
  summary:
    'Approves or declines a held post; a decline carries a reason the curator sees. Where its author asks again after a no, a second no is for somebody else to say.',
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
    ...notHeldAnyMore,
    ...handedUpToAnother,
    claimedByAnother,
    notLookedAt,
    saidNoBefore,
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
