import { type ZoneRules, zoneRulesOfThisProcess } from './zone-rules.js';

/**
 * A time in which the account is a curator's: from `opensAt` up to, but not including, `closesAt`.
 * The wall times and their zone are what people agreed on; the instants are derived from them.
 */
export interface Window {
  readonly zone: string;
  readonly opensAtWall: string;
  readonly closesAtWall: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export const longestWindowMs = 14 * 24 * 60 * 60 * 1000;

/**
 * Derives a window, or undefined when it cannot be one: a day that does not exist, an end that is not
 * after its beginning, more than fourteen days. Judged by the instants: a window from 01:50 to 02:10 is
 * none on a night in which the clocks leap from 01:00 to 02:00, because 01:50 then happens at 02:50.
 */
export function windowOf(
  opensAtWall: string,
  closesAtWall: string,
  zone: string,
  rules: ZoneRules = zoneRulesOfThisProcess,
): Window | undefined {
  const opensAt = rules.instantOf(opensAtWall, zone);
  const closesAt = rules.instantOf(closesAtWall, zone);
  if (!opensAt || !closesAt) return undefined;
  const lengthMs = closesAt.getTime() - opensAt.getTime();
  if (lengthMs <= 0 || lengthMs > longestWindowMs) return undefined;
  return { zone, opensAtWall, closesAtWall, opensAt, closesAt };
}

export const overlap = (one: Span, other: Span): boolean =>
  one.opensAt < other.closesAt && other.opensAt < one.closesAt;

export type Span = Pick<Window, 'opensAt' | 'closesAt'>;

/** What people agreed on: two windows with the same wall times are the same to them, whatever a zone's law says. */
export const onTheClock = ({ zone, opensAtWall, closesAtWall }: Omit<Window, keyof Span>): string =>
  `${zone} ${opensAtWall} ${closesAtWall}`;
