import { z } from 'zod';
import { curator, key, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, RotaId, SlotId } from '../define/ids.js';
import { CalendarDate, TimeZone, WallDateTime, WallTime, Weekday } from '../define/words.js';
import { Slot } from './slot.js';

export const defineRota = defineOperation({
  name: 'define-rota',
  owner: 'scheduling',
  summary:
    'Sets the weekly window and fills the rota with slots for 78 weeks. Booked slots are never moved by it.',
  method: 'PUT',
  path: '/charities/{charityId}/rotas/{rotaId}',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    rotaId: RotaId,
    zone: TimeZone.optional(),
    opens: z.object({ weekday: Weekday, time: WallTime }),
    closes: z.object({ weekday: Weekday, time: WallTime }),
    startsOn: CalendarDate,
  }),
  output: z.object({
    rotaId: RotaId,
    slots: z.int(),
    firstOpensAt: Instant.nullable(),
    lastClosesAt: Instant.nullable(),
  }),
  refusals: {
    impossibleWindow: { status: 422, message: 'The window must last between one minute and fourteen days.' },
  },
});

export const addSlot = defineOperation({
  name: 'add-slot',
  owner: 'scheduling',
  summary: 'Adds a one-off slot outside the weekly rule.',
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
    impossibleWindow: {
      status: 422,
      message: 'A slot must end after it begins, last at most fourteen days, and end in the future.',
    },
    overlaps: {
      status: 409,
      message: 'There is another slot at that time. Two takeovers cannot share the account.',
    },
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
