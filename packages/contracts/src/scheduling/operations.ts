import { z } from 'zod';
import { anyone, curator, key, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, Instant, RotaId, SlotId, TakeoverId } from '../define/ids.js';
import {
  CalendarDate,
  IdentityLevel,
  PenName,
  TimeZone,
  WallDateTime,
  WallTime,
  Weekday,
} from '../define/words.js';
import { notBegun } from './refusals.js';

/** A window on the rota: wall-clock times are the truth, instants are derived from them. */
const Slot = z.object({
  slotId: SlotId,
  zone: TimeZone,
  opensAtWall: WallDateTime,
  closesAtWall: WallDateTime,
  opensAt: Instant,
  closesAt: Instant,
  state: z.enum(['free', 'booked', 'over']),
});

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

const Takeover = z.object({
  takeoverId: TakeoverId,
  slotId: SlotId,
  curatorId: CuratorId,
  penName: PenName,
  identityLevel: IdentityLevel,
  opensAt: Instant,
  closesAt: Instant,
  state: z.enum(['scheduled', 'open', 'closed']),
});

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

export const listTakeovers = defineOperation({
  name: 'list-takeovers',
  owner: 'scheduling',
  summary: 'Takeovers, latest window first: all of them for staff, their own for a curator.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers',
  access: [curator, staff('manager', 'moderator', 'trustee'), key('rota:read')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ takeovers: z.array(Takeover) }),
  refusals: {},
});

export const endTakeover = defineOperation({
  name: 'end-takeover',
  owner: 'scheduling',
  summary:
    'Ends an open takeover, without any explanation. The account is the charity’s again a moment later, when those who publish have heard of it; give-account-back ends it with its answer. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/ending',
  access: [curator, staff('manager')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: Takeover,
  refusals: {
    notYours: { status: 403, message: 'This takeover belongs to another curator.' },
    notBegun,
  },
});

/** How the public may know a curator: the pen name, or nothing where they chose to be anonymous. */
const PublicTakeover = z.object({ knownAs: z.string().nullable(), opensAt: Instant, closesAt: Instant });

export const viewOnAir = defineOperation({
  name: 'view-on-air',
  owner: 'scheduling',
  summary: 'Who is curating now and who is next, as far as they wish to be known.',
  method: 'GET',
  path: '/charities/{charityId}/on-air',
  access: [anyone],
  input: z.object({ charityId: CharityId }),
  output: z.object({ now: PublicTakeover.nullable(), next: PublicTakeover.nullable() }),
  refusals: {},
});
