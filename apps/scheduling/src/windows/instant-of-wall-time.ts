import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which the clocks of `zone` show `wall` (`2026-11-27T17:30`), or undefined when the
 * calendar has no such day (30 February).
 *
 * Twice a year a zone's clocks jump, and a wall time may then happen never or twice:
 * - in a gap (01:30 on the night London's clocks go from 01:00 to 02:00) it is moved later by the
 *   length of the gap: 02:30;
 * - in an overlap (01:30 on the night they go back from 02:00 to 01:00) it is the first of the two.
 *
 * This is Temporal's `compatible`, the rule of RFC 5545 (iCalendar, 3.3.5): a slot in a person's
 * calendar shows the same instant as ours. It also errs to the safe side at the edge that matters: an
 * account whose window ends in an overlap goes back to its charity at the earlier of the two.
 */
export function instantOfWallTime(wall: string, zone: string): Date | undefined {
  const onTheClock = existing(wall);
  if (!onTheClock) return undefined;
  return new Date(onTheClock.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

function existing(wall: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
