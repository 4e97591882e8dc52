/** When a mail that could not be sent is tried again, or that a person has to look at it. */
export type Retry = { readonly again: true; readonly inSeconds: number } | { readonly again: false };

const longestSeconds = 4 * 60 * 60;
const mostFailures = 24;

/** Twice as long each time, up to four hours, for about two days: our own mail server has to come back in that time. */
export function decideRetry(failures: number): Retry {
  if (failures >= mostFailures) return { again: false };
  return { again: true, inSeconds: Math.min(2 ** failures, longestSeconds) };
}
