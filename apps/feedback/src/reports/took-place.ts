import { type WeekendRow, weekendOf } from '../takeovers/weekend.js';

/** What a report speaks of: weekends that began, and those that should have. One that somebody called off is none. */
export const tookPlace = (rows: readonly WeekendRow[], now: Date): WeekendRow[] =>
  rows.filter((row) => !['ahead', 'calledOff'].includes(weekendOf(row, now).state));
