/** X's own epoch: 4 November 2010, 01:42:54.657 UTC. */
const epochMs = 1_288_834_974_657n;
const sequenceBits = 22n;

/**
 * Ids as X gives them: numeric strings of 64 bits that grow with time. They never step back, even when the
 * clock does, because `since_id` paging rests on their order.
 */
export function makeIds(now: () => Date): () => string {
  let last = 0n;
  return () => {
    const fromClock = (BigInt(now().getTime()) - epochMs) << sequenceBits;
    last = fromClock > last ? fromClock : last + 1n;
    return last.toString();
  };
}

/** Orders ids as numbers without turning them into any. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
