import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';

/** What somebody may expect to be able to do with an account on X. */
export const Ability = z.enum([
  'post',
  'thread',
  'pictures',
  'poll',
  'reply',
  'replySettings',
  'timed',
  'draft',
  'edit',
  'delete',
  'editAfterPublishing',
  'quote',
  'like',
  'follow',
  'directMessages',
  'video',
  'pin',
]);
export type Ability = z.infer<typeof Ability>;

export const listAbilities = defineOperation({
  name: 'list-abilities',
  owner: 'posting-gateway',
  summary:
    'What can be done with the account through Baton, and what cannot and why, in words for the person who looks for it.',
  method: 'GET',
  path: '/charities/{charityId}/abilities',
  access: [curator, staff('manager', 'moderator', 'trustee', 'analyst')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    abilities: z.array(z.object({ ability: Ability, available: z.boolean(), words: z.string() })),
  }),
  refusals: {},
});
