import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, SlotId, TakeoverId } from '../define/ids.js';
import { PenName, TypedText } from '../define/words.js';
import { notYourTakeover } from './refusals.js';
import { Takeover } from './slot.js';

export const cancelBooking = defineOperation({
  name: 'cancel-booking',
  owner: 'scheduling',
  summary:
    'Calls off a booking that has not begun. No reason is asked; who wants to may tell the team something. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/cancelling',
  access: [curator, staff('manager')],
  input: z.object({
    charityId: CharityId,
    takeoverId: TakeoverId,
    /** For managers’ eyes; kept sealed for 90 days. */
    say: TypedText.trim().max(2_000).optional(),
  }),
  output: Takeover,
  refusals: {
    notYours: notYourTakeover,
    begun: {
      status: 409,
      message:
        'This takeover has begun already, so it cannot be called off. You can end it, or say that you are unwell.',
    },
    takeoverOver: { status: 410, message: 'This takeover is over, so there is nothing to call off.' },
  },
});

export const listCancellations = defineOperation({
  name: 'list-cancellations',
  owner: 'scheduling',
  summary: 'Bookings that were called off in the last 90 days, and what was said about them, newest first.',
  method: 'GET',
  path: '/charities/{charityId}/cancellations',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    cancellations: z.array(
      z.object({
        takeoverId: TakeoverId,
        slotId: SlotId,
        penName: PenName,
        opensAt: Instant,
        by: z.enum(['curator', 'team']),
        said: z.string().nullable(),
        at: Instant,
      }),
    ),
  }),
  refusals: {},
});
