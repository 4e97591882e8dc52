/** An attempt written down but not begun within this is given up: the switch could have been thrown since. */
export const startWithinMs = 1_000;

/**
 * How long the one call may take, in ms: never past the end of the window. `tooLate` if this process
 * stood still between writing the attempt down and calling; then nothing is sent.
 *
 * All of it are durations. The window's rest comes from the database's clock, the time since from this
 * host's stopwatch, so a host whose clock is wrong cannot send too late.
 */
export function callDeadline(situation: {
  readonly elapsedMs: number;
  readonly xDeadlineMs: number;
  /** Until the window's end when the attempt was decided; infinite for what is not bound to it. */
  readonly untilEndMs: number;
}): number | 'tooLate' {
  const restMs = Math.floor(situation.untilEndMs - situation.elapsedMs);
  if (situation.elapsedMs > startWithinMs || restMs <= 0) return 'tooLate';
  return Math.min(situation.xDeadlineMs, restMs);
}

/**
 * Time since now, in ms. The greater of two clocks: the monotonic one stands still while a computer
 * sleeps, the wall clock can be set back.
 */
export function startStopwatch(): () => number {
  const [monotonic, wall] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - monotonic, Date.now() - wall);
}
