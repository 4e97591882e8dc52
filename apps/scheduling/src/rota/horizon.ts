import { Temporal } from 'temporal-polyfill';

/** How far ahead people can book: the charity that began all this was booked up for more than a year. */
export const weeksAhead = 78;

/** Counted in UTC days for every zone: at the far end of the rota a day more or less is no matter. */
export const lastDayToFill = (now: Date): string => weeksAfter(dayOf(now), weeksAhead);

export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

export const weeksAfter = (day: string, weeks: number): string =>
  Temporal.PlainDate.from(day).add({ weeks }).toString();

export const yearsAfter = (day: string, years: number): string =>
  Temporal.PlainDate.from(day).add({ years }).toString();

export function laterDay(one: string, other: string): string {
  if (one < other) return other;
  return one;
}
