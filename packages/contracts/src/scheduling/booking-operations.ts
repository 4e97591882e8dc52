import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, SlotId, TakeoverId } from '../define/ids.js';
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
  }),
  output: Takeover,
  refusals: {
    slotTaken: {
      status: 409,
      message: 'Someone else has just booked this slot. These ones are free.',
    },
    slotOver: { status: 410, message: 'This slot is over. Please choose a later one.' },
    notReady: {
      status: 409,
      message: 'You can book once the curating agreement is accepted.',
    },
    curatorNeeded: { status: 400, message: 'Please say which curator this booking is for.' },
  },
});
