import type { PreFlightTime } from '@baton/contracts';
import type { TimerKind } from '../timers/timers.js';

const minuteMs = 60_000;
const beforeMs: Readonly<Record<PreFlightTime, number>> = {
  dayBefore: 24 * 60 * minuteMs,
  hourBefore: 60 * minuteMs,
};

/** How long the gateway has to answer. */
export const patienceMs = 5 * minuteMs;

export const lookKind = (time: PreFlightTime): TimerKind => `look ${time}`;
export const answerKind = (time: PreFlightTime): TimerKind => `answer ${time}`;
export const timeOf = (kind: TimerKind): PreFlightTime =>
  kind.endsWith('hourBefore') ? 'hourBefore' : 'dayBefore';
export const lookKinds: readonly TimerKind[] = (['dayBefore', 'hourBefore'] as const).map(lookKind);

/**
 * When it is looked before a window. Where it was booked too late for the hour before, at once, as long as it has not begun;
 * a day before is not made up for, because the hour before is still to come. Pure.
 */
export function preFlightTimes(opensAt: Date, now: Date): { time: PreFlightTime; dueAt: Date }[] {
  const dayBefore = new Date(opensAt.getTime() - beforeMs.dayBefore);
  const hourBefore = new Date(opensAt.getTime() - beforeMs.hourBefore);
  return [
    ...(dayBefore >= now ? [{ time: 'dayBefore' as const, dueAt: dayBefore }] : []),
    ...(opensAt > now ? [{ time: 'hourBefore' as const, dueAt: hourBefore < now ? now : hourBefore }] : []),
  ];
}
