import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';

export const openAnalystFeed = defineOperation({
  name: 'open-analyst-feed',
  owner: 'feedback',
  summary:
    'Opens one durable, replayable feed of the charity’s analyst events. Opening it again changes nothing.',
  method: 'PUT',
  path: '/charities/{charityId}/analyst-feeds/{feed}',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    feed: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'is 2 to 31 small letters, digits or hyphens'),
  }),
  output: z.object({ stream: z.string(), durable: z.string(), subjects: z.string() }),
  refusals: {
    feedTaken: { status: 409, message: 'This feed name is in use already. Please choose another one.' },
  },
});
