/** Of the deletions in a window the last are kept for safety, while all of a curator's posts are to go. */
const keptForSafety = 10;
const windowMs = 15 * 60 * 1000;

/**
 * Whether X may be asked to delete one more, and what is left then. A window that is over has been followed by one of
 * which nothing is used; X's answer corrects when it began. Where X allows little, no more than a fifth is kept.
 */
export function decideDeletionCall(situation: {
  readonly now: Date;
  readonly allowed: number;
  readonly remaining: number;
  readonly resetsAt: Date;
  readonly isUrgent: boolean;
}): { readonly waitUntil: Date } | { readonly remaining: number; readonly resetsAt: Date } {
  const { now, allowed, resetsAt, isUrgent } = situation;
  const isOver = resetsAt <= now;
  const left = isOver ? allowed : situation.remaining;
  const kept = isUrgent ? 0 : Math.min(keptForSafety, Math.floor(allowed / 5));
  if (left <= kept && !isOver) return { waitUntil: resetsAt };
  return { remaining: left - 1, resetsAt: isOver ? new Date(now.getTime() + windowMs) : resetsAt };
}
