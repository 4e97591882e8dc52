const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment on London’s clock, which is that of UTC or an hour ahead. Days beyond the month’s end go on into the next. */
export function wallInstant(year: number, month: number, day: number, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const asIfUtc = new Date(Date.UTC(year, month, day, hours, minutes));
  return clock.format(asIfUtc) === time ? asIfUtc : new Date(asIfUtc.getTime() - 3_600_000);
}
