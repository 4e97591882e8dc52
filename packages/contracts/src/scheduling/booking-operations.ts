import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, SlotId, TakeoverId } from '../define/ids.js';
import { limits, notReady, slotHeld, slotOver, slotTaken } from './refusals.js';
import { Takeover } from './slot.js';

export const bookSlot = defineOperation({
  name: 'book-slot',
  owner: 'scheduling',
  summary: 'Books a slot for a ready curator. Of two at once, one wins and the other is shown what is free.',
  method: 'POST',
  path: '/charities/{charityId}/slots/{slotId}/booking',
  access: [curator, staff('manager')],
  input: z.object({
    charityId: CharityId,
    slotId: SlotId,
    takeoverId: TakeoverId,
    /** Only a manager names the curator; a curator books for themself. */
    curatorId: CuratorId.optional(),
    /** A manager books past the limits, and the audit says so. A curator cannot. */
    despiteLimits: z.boolean().optional(),
  }),
  output: Takeover,
  refusals: {
    slotTaken,
    slotHeld,
    slotOver,
    slotGone: {
      status: 410,
      message: 'The rota has changed, and this slot is not there any more. These ones are free.',
    },
    notReady,
    offeredToYou: {
      status: 409,
      message: 'This slot is offered to you. Please say yes to the offer, and it is yours.',
    },
    ...limits,
    curatorNeeded: { status: 400, message: 'Please say which curator this booking is for.' },
  },
});
