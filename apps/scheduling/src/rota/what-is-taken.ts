import type { Span } from '../windows/window.js';
import { type SlotAhead, takenBy } from './slots-ahead.js';

/**
 * Answers which slot a window would overlap, if any. Looked up by halves in the order they begin: a year and a half of days is
 * compared with as many. `reach` is how far all slots up to this one reach, so that one which lasts long is not passed over.
 */
export function whatIsTaken(slots: readonly SlotAhead[]): (window: Span) => SlotAhead | undefined {
  const taken = slots
    .map((slot) => ({ slot, ...edgesOf(takenBy(slot)) }))
    .sort((one, other) => one.opens - other.opens);
  let farthest = Number.NEGATIVE_INFINITY;
  const reach = taken.map(({ closes }) => {
    farthest = Math.max(farthest, closes);
    return farthest;
  });
  return (window) => {
    const { opens, closes } = edgesOf(window);
    let at = firstBeyond(reach, opens);
    while ((taken[at]?.closes ?? closes) <= opens) at += 1;
    const there = taken[at];
    return there && there.opens < closes ? there.slot : undefined;
  };
}

const edgesOf = ({ opensAt, closesAt }: Span): { opens: number; closes: number } => ({
  opens: opensAt.getTime(),
  closes: closesAt.getTime(),
});

/** The place of the first that is greater; the list never falls. */
function firstBeyond(rising: readonly number[], than: number): number {
  let [from, until] = [0, rising.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((rising[middle] ?? 0) > than) until = middle;
    else from = middle + 1;
  }
  return from;
}
