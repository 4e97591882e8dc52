import type { IncomingHttpHeaders } from 'node:http';

/** X's three limits: per endpoint and 15 minutes, per app and day, per user and day (docs.x.com, "Rate limits"). */
const prefixes = {
  window: 'x-rate-limit',
  appDay: 'x-app-limit-24hour',
  userDay: 'x-user-limit-24hour',
} as const;
export type LimitPeriod = keyof typeof prefixes;

/** What one answer of X says about one limit. */
export interface LimitReading {
  readonly period: LimitPeriod;
  /** How much X allows in a whole period. */
  readonly allowed: number;
  readonly remaining: number;
  readonly resetsInMs: number;
}

/** Resets are told in whole seconds, and so is X's clock. */
export const roundingMs = 1_000;

/** What X's clock shows (the `date` header): resets are told by it, and hosts' clocks differ. */
export const clockOfX = (headers: IncomingHttpHeaders, now: Date): number =>
  Date.parse(headers.date ?? '') || now.getTime();

/** In how many ms a limit resets, by X's own clock; NaN where X does not say. */
export const resetsInMs = (headers: IncomingHttpHeaders, period: LimitPeriod, now: Date): number =>
  Number(headers[`${prefixes[period]}-reset`]) * 1000 - clockOfX(headers, now) + roundingMs;

export const periods = Object.keys(prefixes) as readonly LimitPeriod[];

/** The limits an answer tells completely. */
export function readLimits(headers: IncomingHttpHeaders, now: Date): LimitReading[] {
  return periods
    .map((period) => ({
      period,
      allowed: Number(headers[`${prefixes[period]}-limit`]),
      remaining: Number(headers[`${prefixes[period]}-remaining`]),
      resetsInMs: resetsInMs(headers, period, now),
    }))
    .filter(({ period: _, ...numbers }) => Object.values(numbers).every(Number.isSafeInteger));
}

export const isUsedUp = (headers: IncomingHttpHeaders, period: LimitPeriod): boolean =>
  headers[`${prefixes[period]}-remaining`] === '0';
