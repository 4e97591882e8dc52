import type { IncomingHttpHeaders } from 'node:http';
import { clockOfX, isUsedUp, type LimitPeriod, periods, resetsInMs, roundingMs } from './read-limits.js';

/** Without a word from X about how long, this is polite. */
const unsaidWaitMs = 60_000;
const longestWaitMs = 25 * 60 * 60 * 1000;

/**
 * How long to leave X alone after a 429: until the latest reset among the limits that are used up, and at
 * least as long as `retry-after` says. Counted by X's own clock, since hosts' differ.
 */
export function waitMsAfter429(headers: IncomingHttpHeaders, now: Date): number {
  const usedUp = periods.filter((period) => isUsedUp(headers, period));
  const asked: readonly LimitPeriod[] = usedUp.length > 0 ? usedUp : ['window'];
  const resets = asked.map((period) => resetsInMs(headers, period, now));
  const waits = [...resets, retryAfterMs(headers['retry-after'], clockOfX(headers, now))].filter(
    Number.isFinite,
  );
  const waitMs = waits.length > 0 ? Math.max(...waits) : unsaidWaitMs;
  return Math.min(Math.max(waitMs, roundingMs), longestWaitMs);
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfterMs(header: string | undefined, xNow: number): number {
  if (header === undefined) return Number.NaN;
  return /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - xNow;
}
