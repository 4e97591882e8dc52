import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MentionId, TakeoverId } from '../define/ids.js';
import { notYours } from './refusals.js';

export const listInbox = defineOperation({
  name: 'list-inbox',
  owner: 'posting-gateway',
  summary:
    'Messages from followers who mentioned the account during the takeover. Direct messages are never read.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox',
  access: [curator, staff('manager', 'moderator')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: z.object({
    mentions: z.array(
      z.object({
        mentionId: MentionId,
        from: z.string(),
        text: z.string(),
        at: Instant,
        answered: z.boolean(),
      }),
    ),
  }),
  refusals: { notYours },
});
