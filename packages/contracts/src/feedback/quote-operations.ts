import { z } from 'zod';
import { anyone } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, TakeoverId } from '../define/ids.js';

export const listQuotes = defineOperation({
  name: 'list-quotes',
  owner: 'feedback',
  summary:
    'What curators wrote about their takeovers and let the charity quote. Gone the moment its author takes that back.',
  method: 'POST',
  path: '/charities/{charityId}/quotes',
  access: [anyone],
  input: z.object({ charityId: CharityId, takeoverIds: z.array(TakeoverId).min(1).max(100) }),
  output: z.object({
    quotes: z.array(z.object({ takeoverId: TakeoverId, question: z.string(), words: z.string() })),
  }),
  refusals: {},
});
