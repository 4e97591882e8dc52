import { describe, expect, it } from '@jest/globals';
import { callDeadline, startStopwatch, startWithinMs } from './call-deadline.js';

const deadline = (situation: Partial<Parameters<typeof callDeadline>[0]>) =>
  callDeadline({ elapsedMs: 0, xDeadlineMs: 10_000, untilEndMs: Infinity, ...situation });

describe('how long the one call may take', () => {
  it('is as long as X is waited for, in the middle of a window', () => {
    expect(deadline({ untilEndMs: 3_600_000 })).toBe(10_000);
    expect(deadline({})).toBe(10_000);
  });

  it('R6 never passes the end of the window', () => {
    expect(deadline({ untilEndMs: 700 })).toBe(700);
    expect(deadline({ untilEndMs: 700, elapsedMs: 699 })).toBe(1);
    expect(deadline({ untilEndMs: 700, elapsedMs: 700 })).toBe('tooLate');
  });

  it('R6 is over where this process stood still since the attempt was written down', () => {
    expect(deadline({ elapsedMs: startWithinMs })).toBe(10_000);
    expect(deadline({ elapsedMs: startWithinMs + 1 })).toBe('tooLate');
  });

  it('is measured by a stopwatch that only goes forward', () => {
    const elapsed = startStopwatch();
    const first = elapsed();
    expect(first).toBeGreaterThanOrEqual(0);
    expect(elapsed()).toBeGreaterThanOrEqual(first);
  });
});
