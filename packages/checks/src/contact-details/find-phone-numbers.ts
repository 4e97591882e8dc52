import { type CountryCode, findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js';
import { type DigitsSaid, digitsSaid } from '../reading/digits-said.js';
import { isNear, spansOf } from '../reading/near.js';
import type { Span } from '../reading/span.js';

/** Digits with anything a person puts between them, beginning as a number one can dial does. */
const dialled = /(?<![\d.,:/-])(?:\+|\(?\+?\(?0)(?:[\s.\-–()/·_*]*\d){8,14}(?!\d)/g;

/** How numbers are written in America, whose area codes nobody dials with a nought. */
const american = /(?<![\p{L}\d])(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.\s]\d{4}(?![\p{L}\d])/gu;

/** Without an area code. */
const local = /(?<![\p{L}\d]|\d[\s.-])\d{3}[-.\s]\d{4}(?![\p{L}\d]|[\s.-]\d)/gu;

/** Words beside which digits are somebody’s number, even without the nought in front. */
const toRing =
  /\b(?:call|ring|phone|fone|ph|tel|text|txt|whatsapp|mob|mobile|cell|landline|digits|area code|my number|number['’]s)\b/iu;
const fewestLocal = 7;
const most = 15;

/** Finds phone numbers: written, spaced out, or spelt in words. `country` is where a number without + is dialled. */
export function findPhoneNumbers(text: string, country: CountryCode | undefined): Span[] {
  const known = inPieces(text).flatMap(({ piece, from }) =>
    findPhoneNumbersInText(piece, country).map(({ startsAt, endsAt }) => ({
      from: from + startsAt,
      to: from + endsAt,
    })),
  );
  const possible = [...text.matchAll(dialled)].filter(([number]) =>
    parsePhoneNumberFromString(number, country ?? 'GB')?.isPossible(),
  );
  const said = digitsSaid(text).filter((one) => one.isDisguised && isNumber(one, text, country));
  return [
    ...[...known, ...said, ...spansOf(text, american)],
    ...spansOf(text, local).filter((span) => isNear(text, span, toRing)),
    ...possible.map((match) => ({ from: match.index, to: match.index + match[0].length })),
  ].filter(({ from, to }) => !isHelpline(text.slice(from, to), country));
}

/**
 * Numbers that are free to ring, or kept for public bodies and charities, by each country’s numbering plan (Ofcom: 080, 030):
 * nobody is at home there, and a helpline’s number is good to pass on. The library takes “, 24 hrs” behind one for a part of it.
 */
const freeNumbers: Partial<Record<CountryCode, RegExp>> = {
  GB: /^(?:00|\+)?(?:440?|0)(?:80|30)\d{5,11}$/,
  IE: /^1800\d{6}$/,
  US: /^\+?1?8(?:00|33|44|55|66|77|88)\d{7}$/,
  CA: /^\+?1?8(?:00|33|44|55|66|77|88)\d{7}$/,
  AU: /^(?:1[38]00\d{6}|13\d{4})$/,
  DE: /^0800\d{6,8}$/,
  NL: /^0800\d{4,7}$/,
  FR: /^080\d{7}$/,
};
const isHelpline = (number: string, country: CountryCode | undefined): boolean =>
  (country && freeNumbers[country]?.test(number.replaceAll(/[^+\d]/g, ''))) ?? false;

/** The library’s time grows faster than its text; no number is longer than what two pieces share. */
const pieceLength = 400;
const shared = 60;

function inPieces(text: string): { readonly piece: string; readonly from: number }[] {
  const pieces = [];
  for (let from = 0; from === 0 || from + shared < text.length; from += pieceLength - shared) {
    pieces.push({ piece: text.slice(from, from + pieceLength), from });
  }
  return pieces;
}

/** A number that could be dialled from here, or digits beside a word that says what they are for. */
function isNumber(said: DigitsSaid, text: string, country: CountryCode | undefined): boolean {
  const { digits } = said;
  if (digits.length > most) return false;
  if (digits.startsWith('0') && parsePhoneNumberFromString(digits, country ?? 'GB')?.isPossible())
    return true;
  return digits.length >= (isNear(text, said, toRing) ? fewestLocal : fewestAlone);
}
const fewestAlone = 10;
