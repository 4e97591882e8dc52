import { type Refusal, refuse } from '@baton/contracts';
import { Temporal } from 'temporal-polyfill';
import { dayOf, yearsAfter } from '../rota/horizon.js';
import type { Hiatus } from './hiatuses.js';

const longestDays = 366;
/** A year less a day: one of every year leaves at least a day for takeovers. */
const longestOfEveryYearDays = 364;
const farthestYears = 10;

/** Why a hiatus cannot be one, with the nearest that would work. */
export function judgeHiatus(
  { from, until, everyYear }: Hiatus,
  now: Date,
): Refusal<'impossibleHiatus' | 'hiatusOver' | 'tooFarAway'> | undefined {
  const days = Temporal.PlainDate.from(from).until(until, { largestUnit: 'day' }).days + 1;
  const longest = everyYear ? longestOfEveryYearDays : longestDays;
  if (days < 1) return refuse('impossibleHiatus', { details: { nearest: { from, until: from } } });
  if (days > longest) {
    const latest = Temporal.PlainDate.from(from).add({ days: longest - 1 });
    return refuse('impossibleHiatus', { details: { nearest: { from, until: latest.toString() } } });
  }
  const latest = yearsAfter(dayOf(now), farthestYears);
  if (from > latest) return refuse('tooFarAway', { details: { latest } });
  if (until < dayOf(now) && !everyYear) return refuse('hiatusOver', { details: { earliest: dayOf(now) } });
  return undefined;
}
