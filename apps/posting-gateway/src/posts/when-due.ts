import { lastCallMs } from '../publishing/decide-attempt.js';

/**
 * When an accepted post is to go: at the moment its author chose, or when the time to undo is over, whichever is later.
 * Near the end of the window the time to undo gives way: a post accepted in time should go in time.
 */
export function whenDue({
  now,
  end,
  undoSeconds,
  timedFor,
}: {
  readonly now: Date;
  readonly end: Date;
  readonly undoSeconds: number;
  readonly timedFor: Date | null;
}): Date {
  const latestMs = end.getTime() - lastCallMs - 1_000;
  const undoneMs = Math.min(now.getTime() + undoSeconds * 1_000, latestMs);
  return new Date(Math.max(now.getTime(), undoneMs, timedFor?.getTime() ?? 0));
}
