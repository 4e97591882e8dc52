import type { CrashPoint } from '../publishing/crash-points.js';
import { CrashRun } from './crash-run.js';
import { add, type Figures, judge, nothing, type Verdict } from './crash-verdict.js';
import { SandboxStage } from './sandbox-stage.js';

/** Charities in one database at once. */
const atOnce = 100;
/** People at once: more would only wait for a connection to the database. */
const peopleAtOnce = 16;
/** In steps from one thing that is due to the next; no run takes nearly as many. */
const longestRun = 3_000;
const lookedAtEvery = 10;

export interface Played {
  readonly figures: Figures;
  readonly broken: readonly string[];
}

/** Plays one run for each seed, many side by side on one stage, and judges them when all are over. */
export async function playRuns(
  step: CrashPoint,
  { firstSeed, seeds }: { readonly firstSeed: number; readonly seeds: number },
): Promise<Played> {
  const verdicts: Verdict[] = [];
  for (let done = 0; done < seeds; done += atOnce) {
    const count = Math.min(atOnce, seeds - done);
    const batch = Array.from({ length: count }, (_, index) => firstSeed + done + index);
    const stage = await SandboxStage.open();
    const played = playTogether(stage, step, batch);
    await played.catch(() => stage.close().catch(() => undefined));
    verdicts.push(...(await played));
    await stage.close();
  }
  return {
    figures: verdicts.map(({ figures }) => figures).reduce(add, nothing),
    broken: verdicts.flatMap(({ broken }) => broken),
  };
}

async function playTogether(
  stage: SandboxStage,
  step: CrashPoint,
  seeds: readonly number[],
): Promise<Verdict[]> {
  const runs = await forEach(seeds, (seed) => CrashRun.begin(stage, step, seed));
  const open = new Set(runs);
  for (let taken = 0; open.size > 0; taken += 1) {
    if (taken > longestRun) throw new Error(`step ${step}: no end of ${[...open].map(({ seed }) => seed)}`);
    await stage.work();
    if (taken % lookedAtEvery === 0) await forEach([...open], (run) => run.attends());
    await goOn(stage, open);
    if (open.size > 0) await stage.passToNext();
  }
  return forEach(runs, judge);
}

/** People act where no machine has anything left to do. */
async function goOn(stage: SandboxStage, open: Set<CrashRun>): Promise<void> {
  const busy = await stage.busy();
  const quiet = [...open].filter(({ charityId }) => !busy.has(charityId));
  await forEach(quiet, async (run) => {
    if (!(await run.goesOn())) open.delete(run);
  });
}

/** Some at a time, answers in order. */
async function forEach<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let done = 0; done < items.length; done += peopleAtOnce) {
    answers.push(...(await Promise.all(items.slice(done, done + peopleAtOnce).map(work))));
  }
  return answers;
}
