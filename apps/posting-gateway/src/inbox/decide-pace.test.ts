import { describe, expect, it } from '@jest/globals';
import { decidePace, type LookedAt, wordsForPace } from './decide-pace.js';

const usualMs = 60_000;
const calm: LookedAt = {
  ...{ found: 1, foundLate: false, rung: false, bellTrusted: false, quietLooks: 0 },
  ...{ isStorm: false, isResting: false, budget: 'fine' },
};
const paceOf = (more: Partial<LookedAt>) => decidePace({ ...calm, ...more }, usualMs);

describe('when Baton looks for messages again', () => {
  it('is soon as a rule, and a little later once ten looks in a row brought nothing', () => {
    expect(paceOf({})).toMatchObject({ pace: 'usual', inMs: usualMs, quietLooks: 0 });
    expect(paceOf({ found: 0, quietLooks: 8 })).toMatchObject({ pace: 'usual', quietLooks: 9 });
    expect(paceOf({ found: 0, quietLooks: 9 })).toMatchObject({ pace: 'quiet', inMs: 2 * usualMs });
    expect(paceOf({ found: 1, quietLooks: 50 })).toMatchObject({ pace: 'usual', quietLooks: 0 });
  });

  it('is later while the curator rests', () => {
    expect(paceOf({ isResting: true })).toMatchObject({ pace: 'resting', inMs: 3 * usualMs });
  });

  it('is left to X’s bell once it has rung, but for a look now and then', () => {
    expect(paceOf({ rung: true })).toMatchObject({ pace: 'bell', bellTrusted: true, inMs: 5 * usualMs });
    expect(paceOf({ found: 0, bellTrusted: true })).toMatchObject({ pace: 'bell', bellTrusted: true });
  });

  it('is as usual where the bell rang for what X does not show yet', () => {
    expect(paceOf({ rung: true, found: 0 })).toMatchObject({ pace: 'usual', inMs: usualMs });
  });

  it('R8: is as usual again when the bell was silent for what came', () => {
    expect(paceOf({ bellTrusted: true, foundLate: true })).toMatchObject({
      ...{ pace: 'usual', bellTrusted: false, inMs: usualMs },
    });
  });

  it('is seldom when money runs low, and never never; no bell hurries it then', () => {
    for (const [more, pace, times] of [
      [{ budget: 'soft' }, 'saving', 5],
      [{ isStorm: true }, 'storm', 5],
      [{ budget: 'hard', isStorm: true }, 'spent', 30],
    ] as const) {
      const inMs = times * usualMs;
      expect(paceOf({ ...more, rung: true })).toMatchObject({ pace, inMs, bellMs: inMs });
    }
  });

  it('stays within X’s 300 pages in a quarter of an hour, however often the bell rings', () => {
    expect(paceOf({ rung: true }).bellMs).toBeGreaterThanOrEqual((15 * 60_000) / 300);
  });

  it('has words for every pace', () => {
    for (const words of Object.values(wordsForPace)) expect(words).toMatch(/^[A-Z].+\.$/);
  });
});
