import type { LetterLanguage } from '@baton/mail';
import type { LetterContext } from './letters.js';

const locales: Readonly<Record<LetterLanguage, string>> = { en: 'en-GB', cy: 'cy-GB' };

/** When a takeover opens and closes, on the charity's clock and in the letter's language. */
export function windowWords(context: LetterContext) {
  const opens = momentWords(context, 'opensAt');
  const closes = momentWords(context, 'closesAt');
  return {
    opensOn: opens.on,
    opensAt: opens.at,
    closesOn: closes.on,
    closesAt: closes.at,
    city: cityOf(context.charity.zone),
  };
}

/** The day and the time of one of a letter’s fields, told in the same way. */
export function momentWords({ charity, language, fields }: LetterContext, field: string) {
  const moment = new Date(fields[field] ?? '');
  const told = (form: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locales[language], { ...form, timeZone: charity.zone }).format(moment);
  return { on: told(day), at: told(clock) };
}

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit' } as const;

/** `America/New_York` as people say it. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
