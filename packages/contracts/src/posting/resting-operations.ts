import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, TakeoverId } from '../define/ids.js';
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
