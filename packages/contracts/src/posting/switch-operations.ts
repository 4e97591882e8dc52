import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MemberId, PostId } from '../define/ids.js';
import { Post, PostStateName } from './post.js';

const moderators = staff('manager', 'moderator');

/**
 * How far the account is out of the curator's hands.
 * `off`: handed over. `hold`: every post waits for a moderator. `pause`: posts wait, nothing goes.
 * `takenBack`: the takeover that is open ends, and nothing of any curator goes until the switch is released.
 */
export const SwitchMode = z.enum(['off', 'hold', 'pause', 'takenBack']);
export type SwitchMode = z.infer<typeof SwitchMode>;

/** Where a post can be seen on X. */
const OnX = z.object({ postId: PostId, url: z.url() });

const Switch = z.object({ mode: SwitchMode, since: Instant.nullable(), reason: z.string() });

/**
 * Proof of one moment: every post that had not gone is named. Pressed again, it names what it named before where that still
 * holds, and what has come since.
 */
const SwitchProof = z.object({
  switch: Switch,
  /** Waiting posts that will not go while the switch is on; of a takeover that was ended, ever: their words are kept. */
  stopped: z.array(PostId),
  /** Posts of the open takeover that were out before. */
  alreadyOut: z.array(PostId),
  /** Posts X was being asked to publish at that moment, or whose outcome is unknown. */
  unknown: z.array(PostId),
  /** Where `alreadyOut` can be seen. */
  links: z.array(OnX),
  /** Under which number `list-switch-proofs` keeps this. 0: nobody has ever thrown this switch. */
  number: z.int().min(0),
});

/** The answer was lost or never came, so nobody can say whether it was done. ADR 12 is why nothing goes meanwhile. */
const notConfirmed = {
  status: 503,
  message:
    'Baton cannot say yet whether this was done. Please press again: twice does no harm. While Baton’s parts cannot reach each other, nothing new goes out. If it stays like this, sign in to X yourself.',
} as const;

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
    unavailable: notConfirmed,
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
    /** Of `off`: what becomes of posts that wait for nothing but this. `review`: a moderator looks at each. */
    held: z.enum(['review', 'goOn']).default('review'),
    reason: why,
  }),
  output: SwitchProof,
  refusals: {
    unavailable: notConfirmed,
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

/** What somebody did with the switch, as it was proved at that moment, and what has become of it since. */
const KeptProof = z.object({
  number: z.int().positive(),
  mode: SwitchMode,
  at: Instant,
  by: MemberId.nullable(),
  reason: z.string(),
  stopped: z.array(PostId),
  alreadyOut: z.array(PostId),
  unknown: z.array(PostId),
  /** Each post named above, as it is now; one that was erased is not among them. */
  now: z.array(z.object({ postId: PostId, state: PostStateName, url: z.url().nullable() })),
});

export const listSwitchProofs = defineOperation({
  name: 'list-switch-proofs',
  owner: 'posting-gateway',
  summary: 'Every use of the kill switch with its proof, newest first, for the assurance report.',
  method: 'GET',
  path: '/charities/{charityId}/switch/proofs',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({
    charityId: CharityId,
    /** Only those with a smaller number: the next page. */
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ proofs: z.array(KeptProof) }),
  refusals: {},
});

export const listLastPosts = defineOperation({
  name: 'list-last-posts',
  owner: 'posting-gateway',
  summary:
    'The last posts of the takeover that is on, or was on last, which are or may be out: newest first, for deleting them at once.',
  method: 'GET',
  path: '/charities/{charityId}/switch/last-posts',
  access: [moderators],
  input: z.object({ charityId: CharityId, limit: z.coerce.number().int().min(1).max(50).default(10) }),
  output: z.object({ posts: z.array(Post) }),
  refusals: {},
});

export const deleteLastPosts = defineOperation({
  name: 'delete-last-posts',
  owner: 'posting-gateway',
  summary:
    'Has X delete the posts that a moderator has just looked at and confirmed, before anything else. Again: the same answer.',
  method: 'POST',
  path: '/charities/{charityId}/switch/deletions',
  access: [moderators],
  input: z.object({
    charityId: CharityId,
    /** The posts that were shown and are to go: deleting cannot be taken back, so no number stands for them. */
    postIds: z
      .array(PostId)
      .min(1, 'must name at least one post')
      .max(50, 'can be at most 50 at once: X allows no more in a quarter of an hour'),
  }),
  output: z.object({
    /** X is asked. */
    asked: z.array(PostId),
    /** They are gone already. */
    gone: z.array(PostId),
    /** X refuses Baton: a person has to delete them there. */
    byHand: z.array(OnX),
    /** Not known to be out, so there is nothing to ask for yet; `unknown` ones a person has to look for on X. */
    notOut: z.array(z.object({ postId: PostId, state: PostStateName })),
  }),
  refusals: {},
});
