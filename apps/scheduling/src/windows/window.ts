import { instantOfWallTime } from './instant-of-wall-time.js';

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
export function windowOf(opensAtWall: string, closesAtWall: string, zone: string): Window | undefined {
  const opensAt = instantOfWallTime(opensAtWall, zone);
  const closesAt = instantOfWallTime(closesAtWall, zone);
  if (!opensAt || !closesAt) return undefined;
  const lengthMs = closesAt.getTime() - opensAt.getTime();
  if (lengthMs <= 0 || lengthMs > longestWindowMs) return undefined;
  return { zone, opensAtWall, closesAtWall, opensAt, closesAt };
}
