import type { Weekday } from '@baton/contracts';
import { Temporal } from 'temporal-polyfill';
import { type Window, windowOf } from '../windows/window.js';

/** When a charity hands its account over, week by week, on the clocks of its zone. */
export interface WeeklyRule {
  readonly zone: string;
  readonly opens: { readonly weekday: Weekday; readonly time: string };
  readonly closes: { readonly weekday: Weekday; readonly time: string };
  /** The first day on which a window may open. */
  readonly startsOn: string;
}

/**
 * The windows of a rule that open up to and including the day `until` and are not over at `now`,
 * soonest first. A window that a change of the clocks makes impossible is left out.
 */
export function weeklyWindows(rule: WeeklyRule, now: Date, until: string): Window[] {
  const windows: Window[] = [];
  const lastDay = Temporal.PlainDate.from(until);
  const nights = nightsOf(rule);
  let day = firstOpeningDay(rule, now);
  while (Temporal.PlainDate.compare(day, lastDay) <= 0) {
    const closingDay = day.add({ days: nights });
    const window = windowOf(`${day}T${rule.opens.time}`, `${closingDay}T${rule.closes.time}`, rule.zone);
    if (window && window.closesAt > now) windows.push(window);
    day = day.add({ weeks: 1 });
  }
  return windows;
}

/** Whether the window lasts a minute or more, in a week in which the clocks do not change. */
export const lastsAMinute = (rule: Pick<WeeklyRule, 'opens' | 'closes'>): boolean =>
  nightsOf(rule) * 24 * 60 * 60 + secondsFromOpeningToClosingTime(rule) >= 60;

/**
 * A window ends at the first moment after its beginning that has the closing weekday and time. So a rule
 * that opens and closes on Monday at nine hands the account over from one curator to the next, all year.
 */
function nightsOf(rule: Pick<WeeklyRule, 'opens' | 'closes'>): number {
  const nights = (numberOf[rule.closes.weekday] - numberOf[rule.opens.weekday] + 7) % 7;
  return nights === 0 && secondsFromOpeningToClosingTime(rule) <= 0 ? 7 : nights;
}

const secondsFromOpeningToClosingTime = ({ opens, closes }: Pick<WeeklyRule, 'opens' | 'closes'>): number =>
  Temporal.PlainTime.from(opens.time).until(closes.time).total('seconds');

/** Looks back a week, because a window that opened then may still be running. */
function firstOpeningDay(rule: WeeklyRule, now: Date): Temporal.PlainDate {
  const aWeekAgo = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(rule.zone)
    .toPlainDate()
    .subtract({ weeks: 1 });
  const startsOn = Temporal.PlainDate.from(rule.startsOn);
  const earliest = Temporal.PlainDate.compare(startsOn, aWeekAgo) > 0 ? startsOn : aWeekAgo;
  return earliest.add({ days: (numberOf[rule.opens.weekday] - earliest.dayOfWeek + 7) % 7 });
}

/** ISO 8601 counts from Monday, 1. */
const numberOf: Readonly<Record<Weekday, number>> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
};
