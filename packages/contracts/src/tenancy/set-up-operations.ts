import { z } from 'zod';
import { operator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';

/** The guided set-up, in the order in which it is easiest. */
export const SetUpStep = z.enum([
  'weekendRule',
  'policy',
  'signposting',
  'agreement',
  'brand',
  'account',
  'team',
  'firstCall',
]);
export type SetUpStep = z.infer<typeof SetUpStep>;

export const viewSetUp = defineOperation({
  name: 'view-set-up',
  owner: 'api-gateway',
  summary:
    'How far the charity’s set-up has come, and in plain words what is still missing before the first handover can open.',
  method: 'GET',
  path: '/charities/{charityId}/set-up',
  access: [staff('manager', 'moderator', 'trustee'), operator],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    steps: z.array(
      z.object({
        step: SetUpStep,
        title: z.string(),
        state: z.enum(['done', 'missing', 'needsAttention']),
        /** Nothing can open before this is done. */
        needed: z.boolean(),
        /** What to do, where there is something to do. */
        words: z.string(),
      }),
    ),
    progress: z.object({ done: z.int(), of: z.int() }),
    readyForHandover: z.boolean(),
    /** Empty when ready. */
    stillMissing: z.array(z.string()),
  }),
  refusals: {},
});
