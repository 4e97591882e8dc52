import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MentionId, TakeoverId } from '../define/ids.js';
import { notYours } from './refusals.js';

const theTeam = staff('manager', 'moderator');
const seenToAlready = {
  status: 409,
  message: 'The team has seen to this message already, so it stays with them.',
} as const;

const ofInbox = z.object({ charityId: CharityId, takeoverId: TakeoverId, mentionId: MentionId });

export const parkMention = defineOperation({
  name: 'park-mention',
  owner: 'posting-gateway',
  summary:
    'Leaves a message to the team for after the weekend: it is gone from the inbox and in theirs. Again changes only the note.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox/{mentionId}/park',
  access: [curator, theTeam],
  input: ofInbox.extend({
    /** For the team. */
    note: z.string().trim().max(500).default(''),
  }),
  output: z.object({ mentionId: MentionId, parkedAt: Instant }),
  refusals: { notYours, seenToAlready },
});

export const unparkMention = defineOperation({
  name: 'unpark-mention',
  owner: 'posting-gateway',
  summary: 'Takes a message back from the team into the inbox. One that was never parked stays where it is.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox/{mentionId}/unpark',
  access: [curator, theTeam],
  input: ofInbox,
  output: z.object({ mentionId: MentionId }),
  refusals: { notYours, seenToAlready },
});

export const listParked = defineOperation({
  name: 'list-parked',
  owner: 'posting-gateway',
  summary: 'Messages that curators left to the team and nobody has seen to, oldest first.',
  method: 'GET',
  path: '/charities/{charityId}/parked',
  access: [theTeam],
  input: z.object({ charityId: CharityId, limit: z.coerce.number().int().min(1).max(200).default(100) }),
  output: z.object({
    parked: z.array(
      z.object({
        mentionId: MentionId,
        takeoverId: TakeoverId,
        from: z.string(),
        text: z.string(),
        /** It may be hard to read, and is empty here until they ask with `look-at-mention`. */
        hidden: z.boolean(),
        at: Instant,
        note: z.string(),
        parkedAt: Instant,
        /** Where it can be answered on X. */
        url: z.url(),
      }),
    ),
    /** How many there are in all. */
    waiting: z.int().min(0),
  }),
  refusals: {},
});

export const seeToParked = defineOperation({
  name: 'see-to-parked',
  owner: 'posting-gateway',
  summary: 'Somebody of the team has seen to a parked message. Again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/parked/{mentionId}/seen-to',
  access: [theTeam],
  input: z.object({ charityId: CharityId, mentionId: MentionId }),
  output: z.object({ mentionId: MentionId, seenToAt: Instant }),
  refusals: {
    notParked: { status: 409, message: 'This message is not parked any more: its curator took it back.' },
  },
});
