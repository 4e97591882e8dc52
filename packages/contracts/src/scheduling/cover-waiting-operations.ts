import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, Instant, SlotId } from '../define/ids.js';
import { CalendarDate, PenName, Weekday } from '../define/words.js';
import { notReady, slotOver } from './refusals.js';

const impossibleDays = {
  status: 422,
  message: 'The last day must not be before the first, nor over already. Please choose later days.',
} as const;
const slotOrDays = {
  status: 400,
  message: 'Please say either one slot, or a first and a last day.',
} as const;

/** Days on the wall calendar of a slot: it lies within them from its beginning to its end. */
const Days = { from: CalendarDate, until: CalendarDate };

const Standby = z.object({
  slotId: SlotId.nullable(),
  from: CalendarDate.nullable(),
  until: CalendarDate.nullable(),
  since: Instant,
});

const Waiting = z.object({
  from: CalendarDate.nullable(),
  until: CalendarDate.nullable(),
  /** On which the slot opens; null: any. */
  weekdays: z.array(Weekday).nullable(),
  joinedAt: Instant,
  /** 1: nobody waits longer. */
  place: z.int(),
});

export const offerStandby = defineOperation({
  name: 'offer-standby',
  owner: 'scheduling',
  summary:
    'Stands by for one slot, or for any between two days: asked first when somebody cannot. It binds to nothing. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/standby',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    slotId: SlotId.optional(),
    from: Days.from.optional(),
    until: Days.until.optional(),
  }),
  output: z.object({ standby: z.array(Standby) }),
  refusals: {
    notReady,
    slotOver,
    impossibleDays,
    slotOrDays,
    enough: { status: 429, message: 'You stand by thirty times already. Please end one of them first.' },
  },
});

export const endStandby = defineOperation({
  name: 'end-standby',
  owner: 'scheduling',
  summary: 'Stands by no more: for one slot, or, where none is named, at all. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/standby/ending',
  access: [curator],
  input: z.object({ charityId: CharityId, slotId: SlotId.optional() }),
  output: z.object({ standby: z.array(Standby) }),
  refusals: {},
});

export const listStandby = defineOperation({
  name: 'list-standby',
  owner: 'scheduling',
  summary: 'Who stands by and who waits for a slot, in the order they would be asked.',
  method: 'GET',
  path: '/charities/{charityId}/standby',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    standby: z.array(z.object({ curatorId: CuratorId, penName: PenName, ...Standby.shape })),
    waitlist: z.array(z.object({ curatorId: CuratorId, penName: PenName, ...Waiting.shape })),
  }),
  refusals: {},
});

export const joinWaitlist = defineOperation({
  name: 'join-waitlist',
  owner: 'scheduling',
  summary:
    'Waits for a slot: any, or between two days, or on some weekdays. Joining again changes what is waited for and keeps the place.',
  method: 'PUT',
  path: '/charities/{charityId}/waitlist/mine',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    from: Days.from.optional(),
    until: Days.until.optional(),
    weekdays: z.array(Weekday).min(1).max(7).optional(),
  }),
  output: Waiting,
  refusals: { notReady, impossibleDays },
});

export const leaveWaitlist = defineOperation({
  name: 'leave-waitlist',
  owner: 'scheduling',
  summary: 'Waits for a slot no more. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/waitlist/mine/leaving',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({ left: z.boolean() }),
  refusals: {},
});

export const viewMyWaiting = defineOperation({
  name: 'view-my-waiting',
  owner: 'scheduling',
  summary: 'What somebody waits for and stands by for.',
  method: 'GET',
  path: '/charities/{charityId}/waiting/mine',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({ waitlist: Waiting.nullable(), standby: z.array(Standby) }),
  refusals: {},
});
