import type { LetterLanguage } from '@baton/mail';
import type { LetterContext } from './letters.js';

const locales: Readonly<Record<LetterLanguage, string>> = { en: 'en-GB', cy: 'cy-GB' };

/** When a takeover opens and closes, on the reader's clock, or the charity's, and in the letter's language. */
export function windowWords(context: LetterContext) {
  const opens = momentWords(context, 'opensAt');
  const closes = momentWords(context, 'closesAt');
  return {
    opensOn: opens.on,
    opensAt: opens.at,
    closesOn: closes.on,
    closesAt: closes.at,
    city: cityOf(zoneOf(context)),
  };
}

/** The day and the time of one of a letter’s fields, told in the same way. */
export function momentWords(context: LetterContext, field: string) {
  const { language, fields } = context;
  const moment = new Date(fields[field] ?? '');
  const told = (form: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locales[language], { ...form, timeZone: zoneOf(context) }).format(moment);
  return { on: told(day), at: told(clock) };
}

/** Whoever lives by another clock than the charity has said so. */
const zoneOf = ({ charity, fields }: LetterContext): string => fields['zone'] ?? charity.zone;

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit' } as const;

/** `America/New_York` as people say it. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
