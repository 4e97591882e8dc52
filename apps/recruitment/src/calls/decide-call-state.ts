import type { CallState } from '@baton/contracts';

interface Opening {
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly capacity: number | null;
}

/** Whether one can apply; from the opening instant on, and until just before the closing one. */
export function decideCallState(
  { opensAt, closesAt, capacity }: Opening,
  { taken, now }: { taken: number; now: Date },
): CallState {
  if (closesAt !== null && Date.parse(closesAt) <= now.getTime()) return 'closed';
  if (opensAt !== null && Date.parse(opensAt) > now.getTime()) return 'notYet';
  return capacity !== null && taken >= capacity ? 'full' : 'open';
}
