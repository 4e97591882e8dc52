import type { PlannedAnswers, PlannedWeekend, Tap } from './plan-season.js';

/** Counted from the plan alone, and by other ways than the reports: no SQL, no function of theirs. */

export const tookPlaceIn = (season: readonly PlannedWeekend[]): PlannedWeekend[] =>
  season.filter(({ fate }) => fate !== 'calledOff');

/** The 97.5 % points of Student’s t for 9, 19, … 69 degrees, from printed tables. */
const tPoints: Readonly<Record<number, number>> = {
  9: 2.262157,
  19: 2.093024,
  29: 2.04523,
  39: 2.022691,
  49: 2.009575,
  59: 2.000995,
  69: 1.994945,
};

export const middleOf = (values: readonly number[]): number | null => {
  const left = [...values].sort((a, b) => a - b);
  while (left.length > 2) {
    left.pop();
    left.shift();
  }
  return left.length === 0 ? null : left.reduce((a, b) => a + b, 0) / left.length;
};

const points: Readonly<Record<string, number>> = { hardlyEverOrNever: 1, someOfTheTime: 2, often: 3 };
export const ucla = ({ items }: PlannedAnswers): number | null => {
  let sum = 0;
  for (const item of items) {
    if (item === null) return null;
    sum += points[item] ?? Number.NaN;
  }
  return sum;
};

interface TruePair {
  readonly week: number;
  readonly first: number;
  readonly later: number;
}

/**
 * Each curator’s first weekend, both answers there and the first of them given in time; in the order in which the second of the
 * two came in. `read` makes a number of an answer.
 */
export function truePairs(
  season: readonly PlannedWeekend[],
  {
    first,
    later,
    read,
  }: {
    first: 'before' | 'after';
    later: 'after' | 'fourWeeks';
    read: (answers: PlannedAnswers) => number | null;
  },
): TruePair[] {
  const seen = new Set<string>();
  const pairs: (TruePair & { readonly done: number })[] = [];
  season.forEach(({ curatorId, openedAt, surveys }, week) => {
    if (!openedAt || seen.has(curatorId)) return;
    seen.add(curatorId);
    const one = surveys.find(({ wave }) => wave === first);
    const other = surveys.find(({ wave }) => wave === later);
    if (!one?.answeredAt || !other?.answeredAt) return;
    if (first === 'before' && one.answeredAt >= openedAt) return;
    const [a, b] = [read(one), read(other)];
    if (a === null || b === null) return;
    pairs.push({ week, first: a, later: b, done: Math.max(+one.answeredAt, +other.answeredAt) });
  });
  return pairs.sort((a, b) => a.done - b.done);
}

/** Whole tens of them, all within these weeks. */
export function wholeTens(pairs: readonly TruePair[], isIn: (week: number) => boolean): TruePair[] {
  const kept: TruePair[] = [];
  for (let from = 0; from + 10 <= pairs.length; from += 10) {
    let all = true;
    for (let place = from; place < from + 10; place += 1) if (!isIn(pairs[place]?.week ?? -1)) all = false;
    if (all) kept.push(...pairs.slice(from, from + 10));
  }
  return kept;
}

export function trueChange(pairs: readonly TruePair[]) {
  const n = pairs.length;
  let [sum, squares] = [0, 0];
  for (const { first, later } of pairs) {
    sum += later - first;
    squares += (later - first) ** 2;
  }
  const mean = sum / n;
  const reach = (tPoints[n - 1] ?? Number.NaN) * Math.sqrt((squares / n - mean ** 2) / (n - 1));
  return { mean, low: mean - reach, high: mean + reach };
}

export const countTaps = (
  weekends: readonly PlannedWeekend[],
  of: 'lessAlone' | 'learned',
  tap: Tap,
): number => {
  let count = 0;
  for (const { pulse } of weekends) for (const one of pulse) if (one.counted && one[of] === tap) count += 1;
  return count;
};

/** Both ends of Wilson’s interval solve |share – p| = z √(p (1 – p) / n): by how much they do not. */
export const wilsonError = ({
  count,
  of,
  low,
  high,
}: {
  count: number;
  of: number;
  low: number;
  high: number;
}): number =>
  Math.max(
    ...[low, high].map((end) => {
      const p = end / 100;
      return Math.abs(Math.abs(count / of - p) - 1.959963984540054 * Math.sqrt((p * (1 - p)) / of));
    }),
  );
