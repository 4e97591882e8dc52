/** What decides about a fact that has arrived. */
export interface Arrival {
  readonly eventId: string;
  /** Aggregate and kind of fact: `takeover.opened` of one takeover. */
  readonly line: string;
  readonly revision: number;
}

/** `erased`: about a charity that is not here any more. */
export type Fate = 'apply' | 'duplicate' | 'stale' | 'erased';

/**
 * Decides, in order of arrival, what becomes of each fact of a batch. Pure.
 *
 * - `duplicate`: handled before, or earlier in this batch.
 * - `stale`: a later revision of the same line has been handled; to apply the older one would undo it.
 *
 * `highest` is the highest revision handled of each line; also returned as it is after this batch.
 */
export function decideFates(
  arrivals: readonly Arrival[],
  fresh: ReadonlySet<string>,
  highest: ReadonlyMap<string, number>,
): { fates: Fate[]; raised: Map<string, number> } {
  const unhandled = new Set(fresh);
  const raised = new Map<string, number>();
  const fates = arrivals.map((arrival): Fate => {
    if (!unhandled.delete(arrival.eventId)) return 'duplicate';
    const known = raised.get(arrival.line) ?? highest.get(arrival.line) ?? 0;
    if (arrival.revision < known) return 'stale';
    raised.set(arrival.line, arrival.revision);
    return 'apply';
  });
  return { fates, raised };
}
