import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { laterDay } from './horizon.js';
import type { RotaRule } from './rota-rule.js';

/**
 * The days from `from` up to and including `until` on which a rule opens, in order. Counted on a calendar without clocks: what
 * a zone does to a day's hours is no matter here. The library is asked for days between two dates and nothing else.
 */
export function openingDays(
  { recurrence, startsOn }: Pick<RotaRule, 'recurrence' | 'startsOn'>,
  from: string,
  until: string,
): string[] {
  const rule = new RRuleTemporal({
    rruleString: recurrence,
    dtstart: midnightOf(startsOn),
    tzid: 'UTC',
    cache: false,
  });
  const first = laterDay(from, startsOn);
  if (first > until) return [];
  const days = rule.between(midnightOf(first), midnightOf(until), true);
  return days.map((day) => day.toString().slice(0, 10));
}

const midnightOf = (day: string): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(day).toZonedDateTime('UTC');
