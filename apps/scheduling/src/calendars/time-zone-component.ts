import { Temporal } from 'temporal-polyfill';

/**
 * The VTIMEZONE of a zone (RFC 5545, 3.6.5) for a span of years: every change of its clocks in it, one by one, from the same rules that
 * our instants are derived by. No recurrence rules: they promise what a law may change, and the next fetch brings the new law.
 */
export function timeZoneComponent(zone: string, span: { readonly from: Date; readonly to: Date }): string {
  const begin = zoned(span.from, zone).with({ month: 1, day: 1 }).startOfDay();
  const end = span.to.getTime();
  const observances = [observance(begin, begin.offset)];
  let change = begin.getTimeZoneTransition('next');
  while (change && change.epochMilliseconds <= end) {
    const before = change.subtract({ nanoseconds: 1 });
    if (before.offset !== change.offset) observances.push(observance(change, before.offset));
    change = change.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n');
}

const zoned = (at: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

/** From `since` on. Its beginning is told by the clock as it was until then. */
function observance(since: Temporal.ZonedDateTime, offsetBefore: string): string[] {
  const onTheOldClock = since.toInstant().toZonedDateTimeISO(offsetBefore).toPlainDateTime();
  const kind = isSummerTime(since) ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${onTheOldClock.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${plain(offsetBefore)}`,
    `TZOFFSETTO:${plain(since.offset)}`,
    `END:${kind}`,
  ];
}

/** Whether the clocks are ahead of what they are at another time of that year. */
function isSummerTime(at: Temporal.ZonedDateTime): boolean {
  const offsets = [1, 4, 7, 10].map((month) => at.with({ month, day: 1 }).offsetNanoseconds);
  return at.offsetNanoseconds > Math.min(...offsets);
}

const plain = (offset: string): string => offset.replaceAll(':', '');
