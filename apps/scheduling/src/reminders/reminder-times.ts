import type { Reminder } from '@baton/contracts';
import { Temporal } from 'temporal-polyfill';

export interface ReminderTime {
  readonly reminder: Reminder;
  readonly dueAt: Date;
  /** After this nobody needs it any more. */
  readonly until: Date;
}

const hourMs = 3_600_000;
const morning = '10:00';

/**
 * When each reminder of a window is due, by the curator's own clock. The early ones come at ten in the morning: an opening at
 * six in the evening is no reason for a mail in somebody's night. Pure.
 */
export function reminderTimes(
  { opensAt, closesAt }: { readonly opensAt: Date; readonly closesAt: Date },
  zone: string,
): ReminderTime[] {
  const hourBefore = new Date(opensAt.getTime() - hourMs);
  const twoDaysBefore = morningBefore(opensAt, 2, zone);
  return [
    { reminder: 'fourteenDays', dueAt: morningBefore(opensAt, 14, zone), until: twoDaysBefore },
    { reminder: 'twoDays', dueAt: twoDaysBefore, until: hourBefore },
    { reminder: 'oneHour', dueAt: hourBefore, until: opensAt },
    { reminder: 'opening', dueAt: opensAt, until: closesAt },
    { reminder: 'ending', dueAt: new Date(closesAt.getTime() - hourMs), until: closesAt },
  ];
}

/** So many days earlier at ten on the clock of `zone`. */
function morningBefore(opensAt: Date, days: number, zone: string): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(opensAt.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .subtract({ days });
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(morning) });
  return new Date(at.epochMilliseconds);
}
