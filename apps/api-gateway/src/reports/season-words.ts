const day = (zone: string, form: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...form, timeZone: zone });

/** 2026-11-27 to 2026-12-04: 27 November 2026 to 4 December 2026. */
export function seasonWords(season: { readonly from: string; readonly to: string } | null): string {
  if (!season) return '';
  const words = (date: string) =>
    day('UTC', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${date}T12:00:00Z`));
  return `${words(season.from)} to ${words(season.to)}`;
}

/** 27 Nov 2026. */
export const dayWords = (instant: string, zone: string): string =>
  day(zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant));
