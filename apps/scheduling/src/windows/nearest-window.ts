import { Temporal } from 'temporal-polyfill';
import { longestWindowMs, windowOf } from './window.js';
import type { ZoneRules } from './zone-rules.js';

export interface Nearest {
  readonly problem: 'noSuchDay' | 'endsBeforeItBegins' | 'tooLong' | 'over';
  /** The nearest that would work. */
  readonly nearest: { readonly opensAtWall: string; readonly closesAtWall: string };
}

interface Walls {
  readonly opens: Temporal.PlainDateTime;
  readonly closes: Temporal.PlainDateTime;
}

/** What is wrong with wall times that make no window ahead, and the nearest ones that do. */
export function nearestWindow(
  { opensAtWall, closesAtWall, zone }: { opensAtWall: string; closesAtWall: string; zone: string },
  rules: ZoneRules,
  now: Date,
): Nearest {
  const walls = { opens: nearestDay(opensAtWall), closes: nearestDay(closesAtWall) };
  const problem = problemOf({ opensAtWall, closesAtWall, zone }, rules);
  const fits = (tried: Walls) => windowOf(wallOf(tried.opens), wallOf(tried.closes), zone, rules);
  let tried = walls;
  if (!fits(tried)) tried = [...lengths(walls, problem)].find(fits) ?? tried;
  while ((fits(tried)?.closesAt ?? now) <= now && tried.opens.year < now.getUTCFullYear() + 2)
    tried = weeksLater(tried, now);
  return { problem, nearest: { opensAtWall: wallOf(tried.opens), closesAtWall: wallOf(tried.closes) } };
}

function problemOf(
  { opensAtWall, closesAtWall, zone }: { opensAtWall: string; closesAtWall: string; zone: string },
  rules: ZoneRules,
): Nearest['problem'] {
  const opensAt = rules.instantOf(opensAtWall, zone);
  const closesAt = rules.instantOf(closesAtWall, zone);
  if (!opensAt || !closesAt) return 'noSuchDay';
  if (closesAt <= opensAt) return 'endsBeforeItBegins';
  return closesAt.getTime() - opensAt.getTime() > longestWindowMs ? 'tooLong' : 'over';
}

/** Where clocks leap within it, a minute on the clock may be no time at all, and fourteen days an hour too many. */
function* lengths({ opens }: Walls, problem: Nearest['problem']): Iterable<Walls> {
  const days = problem === 'tooLong' ? [14] : [];
  for (const hours of [0, 1, 2, 3, 24])
    for (const day of days) yield { opens, closes: opens.add({ days: day }).subtract({ hours }) };
  for (const hours of [0, 1, 2, 3, 24]) yield { opens, closes: opens.add({ hours, minutes: 1 }) };
}

/** 30 February is the 28th or 29th; 13 o'clock of the 13th month is December's. */
const nearestDay = (wall: string): Temporal.PlainDateTime => {
  const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0] = wall.split(/\D/).map(Number);
  return Temporal.PlainDateTime.from({
    year,
    month: Math.max(month, 1),
    day: Math.max(day, 1),
    hour,
    minute,
    second,
  });
};

/** The same weekday and time, in the first week that is not over. */
function weeksLater({ opens, closes }: Walls, now: Date): Walls {
  const today = Temporal.PlainDateTime.from(now.toISOString().slice(0, 19));
  const weeks = Math.max(1, Math.floor(closes.until(today, { largestUnit: 'day' }).days / 7));
  return { opens: opens.add({ weeks }), closes: closes.add({ weeks }) };
}

const wallOf = (wall: Temporal.PlainDateTime): string => {
  const text = wall.toString({ smallestUnit: 'second' });
  return text.endsWith(':00') ? text.slice(0, -3) : text;
};
