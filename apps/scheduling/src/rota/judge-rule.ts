import { type Refusal, refuse } from '@baton/contracts';
import { Temporal } from 'temporal-polyfill';
import { longestWindowMs } from '../windows/window.js';
import { dayOf, laterDay, weeksAfter, weeksAhead, yearsAfter } from './horizon.js';
import { openingDays } from './opening-days.js';
import { type RotaRule, secondsOnTheClock } from './rota-rule.js';
import { closingWall } from './windows-of-rule.js';

type Code = 'startsTooFarAway' | 'impossibleWindow' | 'neverOpens' | 'windowsOverlap';

const farthestYears = 10;
/** How far is looked for the next opening of a rule that has none in the horizon. */
const lookAheadYears = 8;

/**
 * Why a rule cannot be one, with the nearest that would work; undefined where it can. Judged by the calendar and the clock on
 * the wall: what single nights with a change of the clocks make impossible is left out later, and said.
 */
export function judgeRule(rule: RotaRule, now: Date): Refusal<Code> | undefined {
  const today = dayOf(now);
  const [earliest, latest] = [yearsAfter(today, -farthestYears), yearsAfter(today, farthestYears)];
  if (rule.startsOn < earliest || rule.startsOn > latest)
    return refuse('startsTooFarAway', { details: { earliest, latest } });
  const seconds = secondsOnTheClock(rule);
  if (seconds < 60) return impossible('tooShort', closingAfter(rule, 60));
  if (seconds > longestWindowMs / 1000)
    return impossible('tooLong', closingAfter(rule, longestWindowMs / 1000));
  const from = laterDay(today, rule.startsOn);
  const days = openingDays(rule, from, weeksAfter(from, weeksAhead));
  return days.length === 0 ? neverOpens(rule, from) : overlapOf(rule, days);
}

const impossible = (problem: 'tooShort' | 'tooLong', nearest: ReturnType<typeof closingAfter>) =>
  refuse('impossibleWindow', { details: { problem, nearest } });

function neverOpens(rule: RotaRule, from: string): Refusal<Code> {
  const until = weeksAfter(from, weeksAhead);
  const [opensNextOn = null] = openingDays(rule, until, yearsAfter(until, lookAheadYears));
  return refuse('neverOpens', { details: { from, until, opensNextOn } });
}

/** Says which two meet and the longest window that fits between all of them. To end as the next begins is a handover. */
function overlapOf(rule: RotaRule, days: readonly string[]): Refusal<Code> | undefined {
  const windows = days.map((day) => ({ day, opens: `${day}T${rule.opens}`, closes: closingWall(rule, day) }));
  const at = windows.findIndex(({ closes }, index) => {
    const next = windows[index + 1];
    return next && Temporal.PlainDateTime.compare(closes, next.opens) > 0;
  });
  const [first, second] = windows.slice(at, at + 2);
  if (at < 0 || !first || !second) return undefined;
  const shortest = Math.min(...days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day)));
  const asTold = ({ opens, closes }: typeof first) => ({ opensAtWall: opens, closesAtWall: closes });
  return refuse('windowsOverlap', {
    details: {
      first: asTold(first),
      second: asTold(second),
      longest: { closesAfterDays: shortest, closesAtTime: rule.opens },
    },
  });
}

const daysBetween = (one: string, other: string): number =>
  Temporal.PlainDate.from(one).until(other, { largestUnit: 'day' }).days;

function closingAfter(
  { opens }: RotaRule,
  seconds: number,
): { closesAfterDays: number; closesAtTime: string } {
  const closes = Temporal.PlainDateTime.from(`2000-01-01T${opens}`).add({ seconds });
  const time = closes.toPlainTime().toString({ smallestUnit: 'second' });
  return {
    closesAfterDays: closes.dayOfYear - 1,
    closesAtTime: time.endsWith(':00') ? time.slice(0, 5) : time,
  };
}
