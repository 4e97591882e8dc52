import { z } from 'zod';
import { CharityId, CuratorId, HiatusId, Instant, RotaId, SlotId, TakeoverId } from '../define/ids.js';
import { TimeZone } from '../define/time-zone.js';
import { CalendarDate, PenName, WallDateTime, WallTime, Weekday } from '../define/words.js';

const OnAWeekday = z.object({ weekday: Weekday, time: WallTime });

/** What should happen to booked slots that do not fit any more. */
export const WhatOfBooked = z.enum(['keep', 'move', 'cancel']);
export type WhatOfBooked = z.infer<typeof WhatOfBooked>;

/**
 * A rule in one of two shapes, never both:
 * - by the week: `opens` and `closes`, every `everyWeeks` weeks counted from `startsOn`;
 * - by the day: `recurrence` names the days on which a window opens, as an RRULE of RFC 5545 without parts below a day;
 *   it opens at `opensAtTime` and closes `closesAfterDays` days later at `closesAtTime`.
 */
export const RotaRuleInput = z.object({
  charityId: CharityId,
  rotaId: RotaId,
  /** Absent: the charity's. */
  zone: TimeZone.optional(),
  /** The first day on which a window may open; weeks, months and a COUNT are counted from it. */
  startsOn: CalendarDate,
  opens: OnAWeekday.optional(),
  closes: OnAWeekday.optional(),
  everyWeeks: z.int().min(1).max(52).optional(),
  recurrence: z.string().max(500).optional(),
  opensAtTime: WallTime.optional(),
  closesAfterDays: z.int().min(0).max(1000).optional(),
  closesAtTime: WallTime.optional(),
});

/** A rule as it is kept. It can be sent again as it is. */
export const RotaRuleKept = z.object({
  zone: TimeZone,
  startsOn: CalendarDate,
  recurrence: z.string(),
  opensAtTime: WallTime,
  closesAfterDays: z.int(),
  closesAtTime: WallTime,
});

export type RotaRuleKept = z.infer<typeof RotaRuleKept>;

export const WindowOnTheClock = z.object({
  zone: TimeZone,
  opensAtWall: WallDateTime,
  closesAtWall: WallDateTime,
  opensAt: Instant,
  closesAt: Instant,
});

export type WindowOnTheClock = z.infer<typeof WindowOnTheClock>;

/** A window of the rule that is no slot, and what is there instead. */
export const LeftOut = z.object({
  opensAtWall: WallDateTime,
  because: z.enum(['anotherRota', 'oneOff', 'booked', 'hiatus', 'clocksLeap']),
  with: z.object({
    rotaId: RotaId.optional(),
    slotId: SlotId.optional(),
    hiatusId: HiatusId.optional(),
    opensAtWall: WallDateTime.optional(),
  }),
});

export type LeftOut = z.infer<typeof LeftOut>;

/** A booked slot that does not fit any more. */
export const BookedConcerned = WindowOnTheClock.extend({
  slotId: SlotId,
  takeoverId: TakeoverId,
  curatorId: CuratorId,
  penName: PenName,
  /** Where `move` would put it. Null: there is no window for it. */
  nearest: WindowOnTheClock.nullable(),
});

export type BookedConcerned = z.infer<typeof BookedConcerned>;

export const askWhatOfBooked = {
  status: 409,
  message:
    'Some slots that are booked do not fit any more. They are in the details. Please say what should happen to them: keep, move or cancel. Nothing has changed yet.',
} as const;

export const nowhereToMove = {
  status: 409,
  message:
    'For some booked slots there is no free window to move to. They are in the details. Please keep or cancel the booked slots. Nothing has changed yet.',
} as const;
