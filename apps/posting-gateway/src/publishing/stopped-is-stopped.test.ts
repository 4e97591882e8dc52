import { describe, expect, it } from '@jest/globals';
import {
  callsLate,
  goesByItsHost,
  hearsOfNoMove,
  looksOnlyOnce,
  provesTooLittle,
} from '../rehearsal/stopping/faulty-processes.js';
import { playEvenings, playUntilNoticed } from '../rehearsal/stopping/play-evenings.js';
import { reportFigures } from '../rehearsal/stopping/report-figures.js';

/** At full size: `R6_SEEDS=1000`. One seed again: `R6_FIRST=<seed> R6_SEEDS=1`. By default a few, others every day. */
const seeds = Number(process.env['R6_SEEDS'] ?? 4);
const today = Math.floor(Date.now() / 86_400_000);
const firstSeed = Number(process.env['R6_FIRST'] ?? today * seeds);
const range = `${firstSeed} to ${firstSeed + seeds - 1}`;
/** Where the figures are kept, as Markdown. */
const report = process.env['PROOF_REPORT'];
const timeoutMs = 60_000 + seeds * 5_000;

describe(`nothing goes out that was stopped, or outside the window (seeds ${range})`, () => {
  it(
    'R6 whatever people do, in whatever order, while processes die and clocks are wrong',
    async () => {
      const { figures, broken } = await playEvenings(firstSeed, seeds);
      if (report) reportFigures(report, range, figures);
      process.stdout.write(`R6, seeds ${range}: ${JSON.stringify(figures)}\n`);
      expect(broken).toEqual([]);
    },
    timeoutMs,
  );
});

describe('the judge of it', () => {
  it.each([
    [
      'looks at the switch and the window only once',
      looksOnlyOnce,
      /^X was asked .*(?:switch|window|ended|changed)/,
    ],
    ['calls X however late it has become', callsLate, /ms after it was written down|after the window/],
    ['goes by the clock of its host', goesByItsHost, /before the window|timed for later/],
    ['does not hear that the window has moved', hearsOfNoMove, /before the window|after the window/],
    ['keeps quiet about a post in the proof', provesTooLittle, /is not told of/],
  ] as const)(
    'notices a gateway that %s',
    async (_, spoil, words) => {
      expect(await playUntilNoticed(spoil, words)).toBeDefined();
    },
    150_000,
  );
});
