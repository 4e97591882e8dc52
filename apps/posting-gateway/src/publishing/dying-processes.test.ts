import { describe, expect, it } from '@jest/globals';
import { publishingSteps } from '../rehearsal/crash.js';
import { playRuns } from '../rehearsal/play-runs.js';
import { reportStep } from '../rehearsal/proof-report.js';
import type { CrashPoint } from './crash-points.js';

/** At full size: `R4_SEEDS=1000`. One seed again: `R4_FIRST=<seed> R4_SEEDS=1`. By default a few, others every day. */
const seeds = Number(process.env['R4_SEEDS'] ?? 8);
const today = Math.floor(Date.now() / 86_400_000);
const firstSeed = Number(process.env['R4_FIRST'] ?? today * seeds);
const range = `${firstSeed} to ${firstSeed + seeds - 1}`;
/** Where the figures are kept, as Markdown. */
const report = process.env['PROOF_REPORT'];
const timeoutMs = 60_000 + seeds * 5_000;

async function play(step: CrashPoint): Promise<readonly string[]> {
  const { figures, broken } = await playRuns(step, { firstSeed, seeds });
  process.stdout.write(`${step}, seeds ${range}: ${JSON.stringify(figures)}\n`);
  if (report) reportStep(report, step, range, figures);
  return broken;
}

describe(`a process that dies on the way to X, through the real client (seeds ${range})`, () => {
  it.each(publishingSteps)(
    'R4 R5 at the step %s: nothing twice, nothing falsely failed, unknown is said within 60 seconds',
    async (step) => {
      expect(await play(step)).toEqual([]);
    },
    timeoutMs,
  );

  it(
    'R7 between X’s answer and the saving of the next pair: it is said, and after a person has connected again all go',
    async () => {
      expect(await play('nextPairReceived')).toEqual([]);
    },
    timeoutMs,
  );
});
