import type { IncomingHttpHeaders } from 'node:http';

/** Without a word from X about how long, this is polite. */
const unsaidWaitMs = 60_000;
const longestWaitMs = 25 * 60 * 60 * 1000;
/** Resets are told in whole seconds, and so is X's clock. */
const roundingMs = 1_000;

/** Per endpoint and 15 minutes, per app and day, per user and day (docs.x.com, "Rate limits"). */
const limits = ['x-rate-limit', 'x-app-limit-24hour', 'x-user-limit-24hour'] as const;

/**
 * How long to leave X alone after a 429: until the latest reset among the limits that are used up, and at
 * least as long as `retry-after` says. Counted by X's own clock (the `date` header), since hosts' differ.
 */
export function waitMsAfter429(headers: IncomingHttpHeaders, now: Date): number {
  const xNow = Date.parse(headers.date ?? '') || now.getTime();
  const usedUp = limits.filter((limit) => headers[`${limit}-remaining`] === '0');
  const resets = (usedUp.length > 0 ? usedUp : [limits[0]])
    .map((limit) => Number(headers[`${limit}-reset`]))
    .map((resetS) => resetS * 1000 - xNow + roundingMs);
  const waits = [...resets, retryAfterMs(headers['retry-after'], xNow)].filter(Number.isFinite);
  const waitMs = waits.length > 0 ? Math.max(...waits) : unsaidWaitMs;
  return Math.min(Math.max(waitMs, roundingMs), longestWaitMs);
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfterMs(header: string | undefined, xNow: number): number {
  if (header === undefined) return Number.NaN;
  return /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - xNow;
}
