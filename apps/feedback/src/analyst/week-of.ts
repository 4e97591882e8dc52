/** The Monday of the week an instant falls in, on the calendar of a zone: `2026-11-30`. */
export function weekOf(at: Date, zone: string): string {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
  const day = new Date(`${local}T00:00:00.000Z`);
  const daysSinceMonday = (day.getUTCDay() + 6) % 7;
  day.setUTCDate(day.getUTCDate() - daysSinceMonday);
  return day.toISOString().slice(0, 10);
}
