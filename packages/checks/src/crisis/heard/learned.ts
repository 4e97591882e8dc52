/** Who speaks in a text: an ordinary day, somebody in need, somebody hurt by another, somebody afraid for another. */
export const voices = ['everyday', 'oneself', 'hurtByOthers', 'somebodyElse'] as const;
export type Voice = (typeof voices)[number];

/** How much each mark speaks for each voice, in the order of `voices`. */
export interface Learned {
  readonly weights: ReadonlyMap<string, readonly number[]>;
  /** Before a word is read. */
  readonly leaning: readonly number[];
}

/** How strongly these marks speak for each voice. A mark that was never met says nothing. */
export function scoresOf({ weights, leaning }: Learned, marks: readonly string[]): number[] {
  const sums = voices.map(() => 0);
  for (const mark of marks) {
    const row = weights.get(mark);
    if (row) for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
  }
  const size = sizeOf(marks);
  return sums.map((sum, at) => (leaning[at] ?? 0) + sum / size);
}

/** A long text has more marks of everything; with the cube root one bad sentence still weighs in a talkative post. */
export const sizeOf = (marks: readonly string[]): number => Math.cbrt(marks.length + 1);

/** Weights in hundredths, one mark a line: what is kept in `words/crisis-by-ear.tsv`. */
export function writeDown({ weights, leaning }: Learned): string {
  const rows = [...weights]
    .map(([mark, row]) => [mark, inHundredths(row)] as const)
    .filter(([, row]) => row.some((weight) => Math.abs(weight) >= least))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [[start, inHundredths(leaning)] as const, ...rows]
    .map(([mark, row]) => `${mark}\t${row.join('\t')}\n`)
    .join('');
}

export function readBack(written: string): Learned {
  const weights = new Map(
    written
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [mark = '', ...row] = line.split('\t');
        return [mark, row.map((weight) => Number(weight) / 100)];
      }),
  );
  return { weights, leaning: weights.get(start) ?? [] };
}

const start = '(start)';
/** Less than this hardly ever tips the scales, and would fill the file. */
const least = 10;
const inHundredths = (row: readonly number[]): number[] => row.map((weight) => Math.round(weight * 100) || 0);
