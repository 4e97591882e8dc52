import { z } from 'zod';
import { curator, key, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, SlotId } from '../define/ids.js';
import { TimeZone } from '../define/time-zone.js';
import { WallDateTime } from '../define/words.js';
import { Slot } from './slot.js';

export const addSlot = defineOperation({
  name: 'add-slot',
  owner: 'scheduling',
  summary: 'Adds a one-off slot outside the rule of any rota.',
  method: 'POST',
  path: '/charities/{charityId}/slots',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    slotId: SlotId,
    opensAtWall: WallDateTime,
    closesAtWall: WallDateTime,
    zone: TimeZone.optional(),
  }),
  output: Slot,
  refusals: {
    tooFarAway: {
      status: 422,
      message: 'A slot opens at most ten years from today. This is the latest moment.',
    },
    impossibleWindow: {
      status: 422,
      message: 'A slot must end after it begins, last at most fourteen days, and end in the future.',
    },
    overlaps: {
      status: 409,
      message: 'There is another slot at that time. Two takeovers cannot share the account.',
    },
    inHiatus: {
      status: 409,
      message:
        'The charity has no takeovers at that time. Please choose another time, or take the hiatus back first.',
    },
  },
});

export const removeSlot = defineOperation({
  name: 'remove-slot',
  owner: 'scheduling',
  summary:
    'Removes a free one-off slot. A slot of a rota comes back with its rule: set a hiatus there instead. Saying it again is harmless.',
  method: 'DELETE',
  path: '/charities/{charityId}/slots/{slotId}',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, slotId: SlotId }),
  output: z.object({ slotId: SlotId }),
  refusals: {
    slotBooked: {
      status: 409,
      message: 'Somebody has booked this slot. Please call off the booking first; then it can be removed.',
    },
    slotOfRota: {
      status: 409,
      message:
        'This slot comes from a rota and would come back. Please set a hiatus for that time, or change the rota.',
    },
    slotOver: { status: 410, message: 'This slot is over, so there is nothing to remove.' },
  },
});

export const listSlots = defineOperation({
  name: 'list-slots',
  owner: 'scheduling',
  summary: 'The slots that are not over, soonest first.',
  method: 'GET',
  path: '/charities/{charityId}/slots',
  access: [curator, staff('manager', 'moderator', 'trustee'), key('rota:read')],
  input: z.object({
    charityId: CharityId,
    state: z.enum(['free', 'booked']).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ slots: z.array(Slot) }),
  refusals: {},
});
