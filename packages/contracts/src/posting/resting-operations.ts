import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, TakeoverId } from '../define/ids.js';
import { notBegun } from '../scheduling/refusals.js';
import { notYours } from './refusals.js';

const which = { charityId: CharityId, takeoverId: TakeoverId };

/** Nobody is asked why, so nothing here tells. */
const Rest = z.object({
  resting: z.boolean(),
  since: Instant.nullable(),
  /** Posts of theirs that would go if they were not resting. */
  waiting: z.int().min(0),
});

export const setRest = defineOperation({
  name: 'set-rest',
  owner: 'posting-gateway',
  summary:
    'Begins or ends a curator’s rest: while they rest nothing of theirs goes out. No reason is asked. Saying it again is harmless.',
  method: 'PUT',
  path: '/charities/{charityId}/takeovers/{takeoverId}/rest',
  access: [curator],
  input: z.object({ ...which, resting: z.boolean() }),
  output: Rest,
  refusals: {
    notYours,
    notOpen: {
      status: 409,
      message: 'Your takeover is not open just now, so nothing goes out anyway.',
    },
  },
});

export const giveAccountBack = defineOperation({
  name: 'give-account-back',
  owner: 'posting-gateway',
  summary:
    'Ends an open takeover for good, without any explanation: from the answer on nothing of the curator’s begins to go out. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/giving-back',
  access: [curator, staff('manager')],
  input: z.object(which),
  output: z.object({
    takeoverId: TakeoverId,
    closedAt: Instant,
    /** Posts of the curator’s that did not go and never will; their words are kept. */
    stopped: z.int().min(0),
    /** Posts of theirs that X was being asked to publish at that moment, or whose outcome is unknown. */
    unknown: z.int().min(0),
  }),
  refusals: { notYours, notBegun },
});

export const viewRest = defineOperation({
  name: 'view-rest',
  owner: 'posting-gateway',
  summary: 'Whether the curator of a takeover is resting, and how many posts wait for that.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/rest',
  access: [curator, staff('manager', 'moderator')],
  input: z.object(which),
  output: Rest,
  refusals: { notYours },
});
