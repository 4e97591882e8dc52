import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, MentionId, TakeoverId } from '../define/ids.js';
import { notYours } from './refusals.js';

export const hideOnX = defineOperation({
  name: 'hide-on-x',
  owner: 'posting-gateway',
  summary:
    'Has X hide an answer under one of the account’s posts from everybody, or show it again. X puts it behind a button, and its writer may notice. Again is harmless.',
  method: 'PUT',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox/{mentionId}/hidden-on-x',
  access: [curator, staff('manager', 'moderator')],
  input: z.object({
    charityId: CharityId,
    takeoverId: TakeoverId,
    mentionId: MentionId,
    /** False: it is shown again. */
    hidden: z.boolean().default(true),
  }),
  output: z.object({ mentionId: MentionId, hidden: z.boolean() }),
  refusals: {
    notYours,
    notOnAir: {
      status: 409,
      message: 'The account is not yours just now. The team can hide this: report it to them.',
    },
    notAnAnswer: {
      status: 409,
      message:
        'X can hide only answers under the account’s own posts, and this message is none. You can mute its writer, or report it to the team.',
    },
    goneFromX: { status: 409, message: 'X has this message no more, so nobody can see it there.' },
    refusedByX: {
      status: 409,
      message:
        'X does not let the account hide this message. Where the charity connected its account without that permission, the set-up shows how to give it.',
    },
    /** `details.until`: when X wants to be asked again, where it says so. */
    xNotNow: {
      status: 503,
      message:
        'X could not be reached, or wants to be left alone for a while. Please try again in a few minutes: it does no harm.',
    },
  },
});
