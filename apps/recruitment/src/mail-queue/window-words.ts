import type { LetterLanguage } from '@baton/mail';
import type { LetterContext } from './letters.js';

const locales: Readonly<Record<LetterLanguage, string>> = { en: 'en-GB', cy: 'cy-GB' };

/** When a takeover opens and closes, on the reader's clock, or the charity's, and in the letter's language. */
export function windowWords({ charity, language, fields }: LetterContext) {
  const opens = new Date(fields['opensAt'] ?? '');
  const closes = new Date(fields['closesAt'] ?? '');
  // Whoever lives by another clock than the charity has said so.
  const zone = fields['zone'] ?? charity.zone;
  const told = (at: Date, form: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locales[language], { ...form, timeZone: zone }).format(at);
  return {
    opensOn: told(opens, day),
    opensAt: told(opens, clock),
    closesOn: told(closes, day),
    closesAt: told(closes, clock),
    city: cityOf(zone),
  };
}

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit' } as const;

/** `America/New_York` as people say it. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
