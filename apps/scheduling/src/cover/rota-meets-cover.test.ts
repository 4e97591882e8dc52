import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acts, BusyCharity, people, type Step } from '../rehearsal/busy-charity.js';
import { Stage } from '../rehearsal/stage.js';
import { storiesThatCannotBe, whatIsWrong } from '../rehearsal/what-must-hold.js';

const hourMs = 3_600_000;

let stage: Stage;
let shifted = 0;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

type Move = Step | { readonly hours: number } | { readonly atOnce: readonly [Step, Step] };

const rest = {
  who: fc.nat({ max: people - 1 }),
  at: fc.nat({ max: 11 }),
  booked: fc.constantFrom('keep', 'move', 'cancel'),
} as const;
const by = (does: readonly Step['does'][]) => fc.record({ does: fc.constantFrom(...does), ...rest });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: by(acts.manager) },
  { weight: 8, arbitrary: by(acts.curator) },
  // What is rare and touches what is being offered.
  { weight: 3, arbitrary: by(['cancel', 'changeLaw', 'openNow']) },
  { weight: 3, arbitrary: fc.record({ hours: fc.constantFrom(1, 5, 13, 40) }) },
  { weight: 2, arbitrary: fc.record({ atOnce: fc.tuple(by(acts.manager), by(acts.curator)) }) },
);

async function passes(hours: number): Promise<void> {
  shifted += hours * hourMs;
  await stage.shiftClock(shifted);
  await stage.look();
  await stage.doWhatIsDue();
}

async function happens(busy: BusyCharity, one: Move): Promise<void> {
  if ('hours' in one) await passes(one.hours);
  else {
    const answers = await Promise.all(('atOnce' in one ? one.atOnce : [one]).map((step) => busy.take(step)));
    // A “no” is an answer; a fault is none.
    expect(JSON.stringify(answers)).not.toContain('"code":"unavailable"');
  }
}

describe('whatever the rota and people do at once', () => {
  it('nobody is offered what is gone, nobody has what somebody else has, and every story is told to its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 18 }), async (moves) => {
        const busy = await BusyCharity.open(stage);
        for (const one of moves) {
          await happens(busy, one);
          expect(await whatIsWrong(stage, busy.charity.charityId)).toEqual([]);
        }
        expect(await storiesThatCannotBe(busy.charity)).toEqual([]);
      }),
      { numRuns: 20, endOnFailure: true, interruptAfterTimeLimit: 20_000 },
    );
  }, 60_000);
});
