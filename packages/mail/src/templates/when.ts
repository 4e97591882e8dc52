/** On the charity's clock, and says so. */
export function when(instant: string, zone: string): string {
  const form = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const told = new Intl.DateTimeFormat('en-GB', { ...form, timeZone: zone }).format(new Date(instant));
  return `${told} (the time in ${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')})`;
}
