const firstWaitMs = 30_000;
const longestWaitMs = 60 * 60 * 1000;

/** How long to wait before X is asked again, after so many tries. */
export const waitAfter = (tries: number): number =>
  Math.min(firstWaitMs * 2 ** Math.min(tries - 1, 12), longestWaitMs);
