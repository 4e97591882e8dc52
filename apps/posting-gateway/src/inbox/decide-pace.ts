/** Why the next look is when it is. */
export type Pace = 'storm' | 'spent' | 'saving' | 'resting' | 'bell' | 'quiet' | 'usual';

/** One look that has succeeded, and what stands around it. */
export interface LookedAt {
  /** Messages it brought that were not known. */
  readonly found: number;
  /** Some of them had been there so long that the bell, were it working, would have rung. */
  readonly foundLate: boolean;
  /** The bell had rung for this look. */
  readonly rung: boolean;
  /** Until now the bell rang for what came. */
  readonly bellTrusted: boolean;
  /** Looks before this that brought nothing, one after another. */
  readonly quietLooks: number;
  /** More came than a person can read, and all of it is set aside. */
  readonly isStorm: boolean;
  readonly isResting: boolean;
  /** Where the takeover's costs stand against the charity's limits. */
  readonly budget: 'fine' | 'soft' | 'hard';
}

export interface NextLook {
  readonly pace: Pace;
  readonly inMs: number;
  /** The bell brings the next look no nearer than this. */
  readonly bellMs: number;
  readonly bellTrusted: boolean;
  readonly quietLooks: number;
}

/** How many times as long as usual. X takes money for each message it shows and nothing for an empty look. */
const times: Readonly<Record<Pace, number>> = {
  usual: 1,
  quiet: 2,
  resting: 3,
  bell: 5,
  saving: 5,
  storm: 5,
  spent: 30,
};

/** Looks in a row that brought nothing, from which on they are further apart. */
const manyQuietLooks = 10;
/** Between two looks however often the bell rings: X allows 300 pages in a quarter of an hour. */
const breathMs = 5_000;

/**
 * When to look again. Nothing stops the looks while the takeover lasts: without money they become seldom. A bell that is silent
 * while messages come is not trusted any more; one that rings for nothing yet is, and the message is looked for as usual.
 */
export function decidePace(look: LookedAt, usualMs: number): NextLook {
  const bellTrusted = look.rung || (look.bellTrusted && !look.foundLate);
  const quietLooks = look.found > 0 ? 0 : look.quietLooks + 1;
  const pace = paceFor({ ...look, bellTrusted, quietLooks });
  const inMs = usualMs * times[pace];
  const mayHurry = pace !== 'storm' && pace !== 'spent' && pace !== 'saving';
  return { pace, inMs, bellMs: mayHurry ? Math.min(breathMs, inMs) : inMs, bellTrusted, quietLooks };
}

function paceFor({ isStorm, isResting, budget, rung, found, bellTrusted, quietLooks }: LookedAt): Pace {
  if (budget === 'hard') return 'spent';
  if (isStorm) return 'storm';
  if (budget === 'soft') return 'saving';
  if (rung && found === 0) return 'usual';
  if (bellTrusted) return 'bell';
  if (isResting) return 'resting';
  return quietLooks >= manyQuietLooks ? 'quiet' : 'usual';
}

/** For the curator. */
export const wordsForPace: Readonly<Record<Pace, string>> = {
  usual: 'New messages come in by themselves.',
  quiet: 'It is quiet, so we look a little less often.',
  resting: 'You are resting, so we look less often. Nothing gets lost.',
  bell: 'X tells us when somebody writes, and we look at once.',
  saving:
    'Reading messages costs your charity money, and this weekend’s is running low. We look less often. Nothing gets lost.',
  storm: 'Very many messages came at once. We have set them aside, and you need not read any of them.',
  spent:
    'Reading messages costs your charity money, and this weekend’s is used up. We look seldom, so messages may come late.',
};
