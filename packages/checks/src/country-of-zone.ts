import { type CountryCode, getCountries } from 'libphonenumber-js';

declare global {
  namespace Intl {
    /** In Node since 18, not yet in TypeScript's library. */
    interface Locale {
      getTimeZones?(): string[] | undefined;
    }
  }
}

let countries: ReadonlyMap<string, CountryCode> | undefined;

/** Where a charity most likely is, by its time zone: how its people write phone numbers. */
export function countryOfZone(zone: string): CountryCode | undefined {
  countries ??= new Map(
    getCountries().flatMap((country) =>
      (new Intl.Locale('und', { region: country }).getTimeZones?.() ?? []).map((known) => [known, country]),
    ),
  );
  return countries.get(zone);
}
