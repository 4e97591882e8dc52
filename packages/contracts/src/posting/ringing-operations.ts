import { z } from 'zod';
import { service } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';

export const ringInbox = defineOperation({
  name: 'ring-inbox',
  owner: 'posting-gateway',
  summary:
    'X says that somebody mentioned this account. If it is in a curator’s hands, Baton looks there soon. Rung twice, or for an account that nobody knows, it does no harm.',
  method: 'POST',
  path: 'internal',
  access: [service('api-gateway')],
  input: z.object({
    /** X's id of the account. It alone says whose inbox that is. */
    xUserId: z.string().regex(/^\d{1,19}$/),
  }),
  output: z.object({}),
  refusals: {},
});
