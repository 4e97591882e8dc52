import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, FollowUpId, Instant, MemberId, TakeoverId } from '../define/ids.js';
import { Severity } from './finding.js';
import { Post } from './post.js';

const moderators = staff('manager', 'moderator');

/** What was done. Of none of them a machine knows; a person says so. */
export const FollowUpOutcome = z.enum([
  'spokeWithThem',
  'pointedToHelp',
  'emergencyServices',
  'handedOver',
  'notACrisis',
]);
export type FollowUpOutcome = z.infer<typeof FollowUpOutcome>;

const FollowUp = z.object({
  followUpId: FollowUpId,
  /** Null: they wrote it in a rehearsal, which nobody else can read. */
  takeoverId: TakeoverId.nullable(),
  curatorId: CuratorId,
  /** Null: it was not taken in, for another reason, or was a rehearsal; its words are its writer’s alone. */
  post: Post.nullable(),
  severity: Severity,
  openedAt: Instant,
  /** Null while nobody has seen to it. */
  closed: z.object({ at: Instant, by: MemberId, outcome: FollowUpOutcome, note: z.string() }).nullable(),
});

export const listFollowUps = defineOperation({
  name: 'list-follow-ups',
  owner: 'posting-gateway',
  summary:
    'People who wrote words of a crisis, each until somebody has seen to it; the gravest and oldest first. Closed ones only where asked for.',
  method: 'GET',
  path: '/charities/{charityId}/follow-ups',
  access: [moderators],
  input: z.object({ charityId: CharityId, closed: z.stringbool().default(false) }),
  output: z.object({ followUps: z.array(FollowUp) }),
  refusals: {},
});

export const closeFollowUp = defineOperation({
  name: 'close-follow-up',
  owner: 'posting-gateway',
  summary: 'A person has seen to somebody who wrote words of a crisis, and says what was done.',
  method: 'POST',
  path: '/charities/{charityId}/follow-ups/{followUpId}/closing',
  access: [moderators],
  input: z.object({
    charityId: CharityId,
    followUpId: FollowUpId,
    outcome: FollowUpOutcome,
    /** For the team; its curator never sees it. */
    note: z.string().trim().max(2_000).default(''),
  }),
  output: FollowUp,
  refusals: {
    closedAlready: {
      status: 409,
      message: 'Somebody else has seen to this already. Look at what they did.',
    },
  },
});
