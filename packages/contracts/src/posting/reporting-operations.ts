import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MemberId, MentionId, TakeoverId } from '../define/ids.js';
import { ReportReason } from './mention.js';
import { notYours } from './refusals.js';

const theTeam = staff('manager', 'moderator');

/** What the team did about a message that was reported. */
export const ReportOutcome = z.enum([
  'mutedForAll',
  'reportedToX',
  'emergencyServices',
  'answered',
  'nothing',
]);
export type ReportOutcome = z.infer<typeof ReportOutcome>;

const Reported = z.object({
  mentionId: MentionId,
  takeoverId: TakeoverId,
  reason: ReportReason,
  /** What whoever reported it says about it. */
  note: z.string(),
  reportedAt: Instant,
  from: z.string(),
  text: z.string(),
  /** It may be hard to read, and is empty here until they ask with `look-at-mention`. */
  hidden: z.boolean(),
  at: Instant,
  /** Where it is on X, to report it there too. */
  url: z.url(),
  /** Null while nobody has seen to it. */
  closed: z.object({ at: Instant, by: MemberId, outcome: ReportOutcome }).nullable(),
});

export const reportMention = defineOperation({
  name: 'report-mention',
  owner: 'posting-gateway',
  summary:
    'Tells the team about a message: it is set aside at once, and they are called. Its writer is not told, and nothing changes on X. Again changes the reason and the note while nobody has seen to it.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox/{mentionId}/report',
  access: [curator, theTeam],
  input: z.object({
    charityId: CharityId,
    takeoverId: TakeoverId,
    mentionId: MentionId,
    reason: ReportReason,
    /** For the team. */
    note: z.string().trim().max(1_000).default(''),
  }),
  output: z.object({ mentionId: MentionId, reportedAt: Instant }),
  refusals: {
    notYours,
    seenToAlready: {
      status: 409,
      message: 'The team has seen to this report already. Thank you for telling them.',
    },
  },
});

export const listReported = defineOperation({
  name: 'list-reported',
  owner: 'posting-gateway',
  summary:
    'Messages that were reported to the team, each until somebody has seen to it; those where somebody may be in danger first, then the oldest. Closed ones only where asked for.',
  method: 'GET',
  path: '/charities/{charityId}/reported',
  access: [theTeam],
  input: z.object({
    charityId: CharityId,
    closed: z.stringbool().default(false),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ reported: z.array(Reported) }),
  refusals: {},
});

export const closeReport = defineOperation({
  name: 'close-report',
  owner: 'posting-gateway',
  summary: 'A person of the team has seen to a message that was reported, and says what was done.',
  method: 'POST',
  path: '/charities/{charityId}/reported/{mentionId}/closing',
  access: [theTeam],
  input: z.object({ charityId: CharityId, mentionId: MentionId, outcome: ReportOutcome }),
  output: z.object({ mentionId: MentionId, closedAt: Instant }),
  refusals: {
    notReported: { status: 409, message: 'Nobody has reported this message.' },
    closedAlready: {
      status: 409,
      message: 'Somebody else has seen to this already. Look at what they did.',
    },
  },
});
