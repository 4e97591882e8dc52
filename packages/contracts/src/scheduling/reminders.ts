import { z } from 'zod';
import { curator } from '../define/access.js';
import { defineEvent } from '../define/define-event.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, Instant, TakeoverId } from '../define/ids.js';
import { TimeZone } from '../define/time-zone.js';

/**
 * What a curator is reminded of. The first two in the morning, at ten by the curator's own clock; the others an hour before the
 * opening, at the opening, and an hour before the end. That it is over they hear with the thanks.
 */
export const Reminder = z.enum(['fourteenDays', 'twoDays', 'oneHour', 'opening', 'ending']);
export type Reminder = z.infer<typeof Reminder>;

/** `calendar`: by the alarms of their own calendar, which then come with the feed. */
export const ReminderChannel = z.enum(['mail', 'calendar', 'none']);
export type ReminderChannel = z.infer<typeof ReminderChannel>;

const wishes = {
  /** Whose clock times are told by. Null: the charity's. */
  zone: TimeZone.nullable(),
  channel: ReminderChannel,
  reminders: z.array(Reminder).max(Reminder.options.length),
};
export const ReminderWishes = z.object(wishes);
export type ReminderWishes = z.infer<typeof ReminderWishes>;

export const viewReminderWishes = defineOperation({
  name: 'view-reminder-wishes',
  owner: 'scheduling',
  summary: 'How a curator wishes to be reminded of their weekends. Until they say: of everything, by mail.',
  method: 'GET',
  path: '/charities/{charityId}/reminder-wishes',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: ReminderWishes,
  refusals: {},
});

export const setReminderWishes = defineOperation({
  name: 'set-reminder-wishes',
  owner: 'scheduling',
  summary:
    'Sets whose clock a curator’s reminders go by, how they come, and which. What is due already is not sent again.',
  method: 'PUT',
  path: '/charities/{charityId}/reminder-wishes',
  access: [curator],
  input: z.object({ charityId: CharityId, ...wishes }),
  output: ReminderWishes,
  refusals: {},
});

/** Subject: the takeover's id. Stated once for each reminder of a window, and not if its time had passed before it was booked. */
export const takeoverReminderDue = defineEvent({
  type: 'takeover.reminder-due',
  version: 1,
  owner: 'scheduling',
  summary: 'It is time to remind a curator of their weekend, by mail.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({
    takeoverId: TakeoverId,
    curatorId: CuratorId,
    reminder: Reminder,
    opensAt: Instant,
    closesAt: Instant,
    /** Null: the charity's. */
    zone: z.string().nullable(),
    /** After this nobody needs it any more. */
    until: Instant,
  }),
  samples: [
    {
      takeoverId: '0192e7a0-0000-7000-8000-000000000011',
      curatorId: '0192e7a0-0000-7000-8000-000000000003',
      reminder: 'twoDays',
      opensAt: '2026-11-27T17:30:00.000Z',
      closesAt: '2026-11-30T09:00:00.000Z',
      zone: 'Europe/London',
      until: '2026-11-27T16:30:00.000Z',
    },
  ],
});
