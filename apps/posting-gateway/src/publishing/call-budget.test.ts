import { describe, expect, it } from '@jest/globals';
import { callBudget, startStopwatch, startWithinMs } from './call-budget.js';

const budget = (situation: Partial<Parameters<typeof callBudget>[0]>) =>
  callBudget({ elapsedMs: 0, xDeadlineMs: 10_000, untilEndMs: Infinity, ...situation });

describe('how long the one call may take', () => {
  it('is as long as X is waited for, in the middle of a window', () => {
    expect(budget({ untilEndMs: 3_600_000 })).toBe(10_000);
    expect(budget({})).toBe(10_000);
  });

  it('R6 never passes the end of the window', () => {
    expect(budget({ untilEndMs: 700 })).toBe(700);
    expect(budget({ untilEndMs: 700, elapsedMs: 699 })).toBe(1);
    expect(budget({ untilEndMs: 700, elapsedMs: 700 })).toBe('tooLate');
  });

  it('R6 is over where this process stood still since the attempt was written down', () => {
    expect(budget({ elapsedMs: startWithinMs })).toBe(10_000);
    expect(budget({ elapsedMs: startWithinMs + 1 })).toBe('tooLate');
  });

  it('is measured by a stopwatch that only goes forward', () => {
    const elapsed = startStopwatch();
    const first = elapsed();
    expect(first).toBeGreaterThanOrEqual(0);
    expect(elapsed()).toBeGreaterThanOrEqual(first);
  });
});
