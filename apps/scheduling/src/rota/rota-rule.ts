import type { RotaRuleKept, Weekday } from '@baton/contracts';
import { Temporal } from 'temporal-polyfill';

/** When a charity hands its account over, on the clocks of a zone: the days by a recurrence, the times beside it. */
export interface RotaRule {
  readonly zone: string;
  /** The first day on which a window may open; weeks, months and a COUNT are counted from it. */
  readonly startsOn: string;
  /** An RRULE of RFC 5545 that names days only, as `readRecurrence` writes it. */
  readonly recurrence: string;
  readonly opens: string;
  /** How many days after the day it opened, by the calendar. */
  readonly closesAfterDays: number;
  readonly closes: string;
}

export interface WeeklyTimes {
  readonly opens: { readonly weekday: Weekday; readonly time: string };
  readonly closes: { readonly weekday: Weekday; readonly time: string };
  readonly everyWeeks?: number | undefined;
}

/**
 * A rule by the week. The week begins on the weekday of `startsOn`, so that “every second week” is counted from that day and
 * not from the Monday before it.
 */
export function weeklyRule(
  { opens, closes, everyWeeks = 1 }: WeeklyTimes,
  { zone, startsOn }: Pick<RotaRule, 'zone' | 'startsOn'>,
): RotaRule {
  const every =
    everyWeeks === 1
      ? ''
      : `;INTERVAL=${everyWeeks};WKST=${codes[Temporal.PlainDate.from(startsOn).dayOfWeek - 1]}`;
  return {
    zone,
    startsOn,
    recurrence: `FREQ=WEEKLY${every};BYDAY=${codes[numberOf[opens.weekday]]}`,
    opens: opens.time,
    closesAfterDays: nightsOf({ opens, closes }),
    closes: closes.time,
  };
}

/**
 * A window ends at the first moment after its beginning that has the closing weekday and time. So a rule
 * that opens and closes on Monday at nine hands the account over from one curator to the next, all year.
 */
function nightsOf({ opens, closes }: WeeklyTimes): number {
  const nights = (numberOf[closes.weekday] - numberOf[opens.weekday] + 7) % 7;
  return nights === 0 && secondsBetween(opens.time, closes.time) <= 0 ? 7 : nights;
}

/** How long a window lasts by the clock, in a week in which the clocks do not change. */
export const secondsOnTheClock = (rule: Pick<RotaRule, 'opens' | 'closesAfterDays' | 'closes'>): number =>
  rule.closesAfterDays * 24 * 60 * 60 + secondsBetween(rule.opens, rule.closes);

const secondsBetween = (one: string, other: string): number =>
  Temporal.PlainTime.from(one).until(other).total('seconds');

export const isSameRule = (one: RotaRule, other: RotaRule): boolean =>
  (['zone', 'startsOn', 'recurrence', 'opens', 'closesAfterDays', 'closes'] as const).every(
    (part) => one[part] === other[part],
  );

/** As the contract tells it. */
export const ruleKept = (rule: RotaRule): RotaRuleKept => ({
  zone: rule.zone,
  startsOn: rule.startsOn,
  recurrence: rule.recurrence,
  opensAtTime: rule.opens,
  closesAfterDays: rule.closesAfterDays,
  closesAtTime: rule.closes,
});

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const numberOf: Readonly<Record<Weekday, number>> = {
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
};
