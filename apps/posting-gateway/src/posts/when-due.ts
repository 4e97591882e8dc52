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

/** The same in words, for the story of a post that was just accepted. */
export function whenItGoes({
  now,
  dueAt,
  timedFor,
}: {
  readonly now: Date;
  readonly dueAt: Date;
  readonly timedFor: Date | null;
}): string {
  if (timedFor && dueAt.getTime() === timedFor.getTime()) {
    return 'Accepted. It goes out at the time you chose, unless you take it back.';
  }
  const undoMs = dueAt.getTime() - now.getTime();
  if (undoMs < 1_000) return 'Accepted. It goes out next.';
  return `Accepted. It goes out in ${Math.round(undoMs / 1000)} seconds unless you take it back.`;
}
