import { lastCallMs } from '../publishing/decide-attempt.js';
import { endHeardWithinMs, endOf, type TakeoverWindow } from '../takeovers/takeover-window.js';

/** Where the charity's own posts may begin again: after the sign-off, and a minute after the window if its end is not heard of. */
const untilSignedOff = (window: TakeoverWindow): Date =>
  window.closedAt ? endOf(window) : new Date(window.closesAt.getTime() + endHeardWithinMs);

/**
 * When the account is the charity's own: at `at`, or after the takeover that has it then, and those that follow closely.
 * A call to X takes a moment, so the last one before a window does not count as outside. `windows` in order of their
 * beginning.
 */
export const freeFrom = (
  windows: readonly TakeoverWindow[],
  at: Date,
  until: (window: TakeoverWindow) => Date = untilSignedOff,
): Date =>
  windows.reduce((free, window) => {
    const begins = window.opensAt.getTime() - lastCallMs;
    const end = until(window);
    return begins < free.getTime() && free < end ? end : free;
  }, at);

/** How long until the next takeover begins: no call to X may last longer. */
export function untilNextOpeningMs(windows: readonly TakeoverWindow[], now: Date): number {
  const openings = windows.map(({ opensAt }) => opensAt.getTime() - now.getTime());
  return Math.min(Infinity, ...openings.filter((ms) => ms > 0));
}
