import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';
import type { ApplicationState } from './application-moves.js';
import { DecisionReason } from './decision-operations.js';
import { Card } from './screening-operations.js';

/** The columns, in the order of the way; who is gone is on no board. */
export const boardStates = [
  'applied',
  'screening',
  'accepted',
  'preparing',
  'ready',
  'live',
  'alumni',
  'declined',
  'later',
] as const satisfies readonly ApplicationState[];

const people = z.int().nonnegative();

export const viewBoard = defineOperation({
  name: 'view-board',
  owner: 'recruitment',
  summary:
    'Applications as a board: a column for each state, with how many are in it and the first of them. Whoever waits for the team comes first, the longest waiting at the top.',
  method: 'GET',
  path: '/charities/{charityId}/applications/board',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    perColumn: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    columns: z.array(
      z.object({
        state: z.enum(boardStates),
        count: people,
        /** How many of them wait for the team. */
        waitForTeam: people,
        /** Why the team said no or “not now”, by how often; empty in other columns. */
        reasons: z.partialRecord(DecisionReason, people),
        cards: z.array(Card.extend({ daysWaiting: z.int().nonnegative() })),
      }),
    ),
    /** Forms that look like spam and that nobody of the team has looked at. */
    setAside: people,
    /** Within how many days the charity means to look at an application. */
    targetDays: z.int().positive(),
  }),
  refusals: {},
});

export const setScreeningTarget = defineOperation({
  name: 'set-screening-target',
  owner: 'recruitment',
  summary:
    'Within how many days the charity means to look at an application, 3 unless it says so. After that its managers are told, once a day at most.',
  method: 'PUT',
  path: '/charities/{charityId}/applications/target',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    days: z.int().min(1, 'must be at least a day').max(30, 'can be at most 30 days'),
  }),
  output: z.object({ days: z.int() }),
  refusals: {},
});
