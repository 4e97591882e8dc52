import { PublishingStage } from '../publishing-stage.js';
import { Evening, type HostedProcess, type Theatre } from './evening.js';
import type { Spoil } from './faulty-processes.js';
import { HostClocks } from './host-clocks.js';
import { nextMove } from './moves.js';

/** What the evenings came to. */
export interface Figures {
  readonly evenings: number;
  readonly posts: number;
  readonly calls: number;
  readonly presses: number;
  readonly proofs: number;
  readonly moved: number;
  readonly crashes: number;
  readonly bans: number;
  readonly broken: number;
  /** Of calls that were under way when something stopped them: how long after its answer they began. */
  readonly longestUnderWayMs: number;
}

export interface Played {
  readonly figures: Figures;
  readonly broken: readonly string[];
}

const nothing: Figures = {
  ...{ evenings: 0, posts: 0, calls: 0, presses: 0, proofs: 0, moved: 0, crashes: 0, bans: 0, broken: 0 },
  longestUnderWayMs: 0,
};

/** Moves to play when nothing of the curator’s may go any more. */
const afterwards = 3;

/** Evenings to play before a fault counts as not noticed. */
const patience = 90;

/** A stage with two processes on hosts whose clocks are wrong. */
async function withTheatre<Value>(spoil: Spoil, play: (theatre: Theatre) => Promise<Value>): Promise<Value> {
  const stage = await PublishingStage.open();
  const hosts = new HostClocks();
  hosts.takeOver();
  try {
    const processes: HostedProcess[] = [];
    for (const skewMs of [90 * 60_000, -90 * 60_000]) {
      processes.push({ app: await stage.anotherProcess(), skewMs });
    }
    for (const { app } of [stage, ...processes]) spoil(app);
    return await play({ stage, hosts, processes });
  } finally {
    hosts.giveBack();
    await stage.close();
  }
}

/** Plays one evening for each seed, one after another. */
export const playEvenings = (firstSeed: number, seeds: number): Promise<Played> =>
  withTheatre(
    () => {},
    async (theatre) => {
      let played: Played = { figures: nothing, broken: [] };
      for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
        played = add(played, await playEvening(theatre, seed));
      }
      return played;
    },
  );

/** Plays evenings with a fault put in on purpose, and answers in which it was first noticed, in such words. */
export const playUntilNoticed = (spoil: Spoil, words: RegExp): Promise<number | undefined> =>
  withTheatre(spoil, async (theatre) => {
    for (let seed = 1; seed <= patience; seed += 1) {
      const { broken } = await playEvening(theatre, seed);
      if (broken.some((what) => words.test(what))) return seed;
    }
    return undefined;
  });

async function playEvening(theatre: Theatre, seed: number): Promise<Played> {
  const evening = await Evening.begin(seed, theatre);
  const moves = 12 + evening.random.below(20);
  for (let move = 0; move < moves && !(await evening.isOver()); move += 1) await nextMove(evening);
  // What nobody may send any more is not sent, whoever works on.
  for (let move = 0; move < afterwards; move += 1) await nextMove(evening);
  await evening.ends();
  const broken = evening.broken();
  return {
    broken,
    figures: {
      ...evening.counts,
      ...{ evenings: 1, posts: evening.posts, calls: evening.calls.length, bans: evening.bans.length },
      ...{ broken: broken.length > 0 ? 1 : 0, longestUnderWayMs: evening.longestUnderWayMs() },
    },
  };
}

function add(one: Played, other: Played): Played {
  const names = Object.keys(nothing) as (keyof Figures)[];
  const sums = names.map((name) => [name, one.figures[name] + other.figures[name]]);
  const longestUnderWayMs = Math.max(one.figures.longestUnderWayMs, other.figures.longestUnderWayMs);
  return {
    broken: [...one.broken, ...other.broken],
    figures: { ...(Object.fromEntries(sums) as Record<keyof Figures, number>), longestUnderWayMs },
  };
}
