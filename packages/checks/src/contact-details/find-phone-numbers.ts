import { type CountryCode, findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Span } from '../reading/span.js';

/** Digits with anything a person puts between them, beginning as a number one can dial does. */
const dialled = /(?<![\d.,:/-])(?:\+|\(?\+?\(?0)(?:[\s.\-–()/·_*]*\d){8,14}(?!\d)/g;

const digitWord = '(?:zero|nought|naught|oh|o|one|two|three|four|five|six|seven|eight|nine|\\d)';
const spoken = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:double|triple)[\\s-]+)?${digitWord}(?:[\\s,.\\-–]+(?:(?:double|triple)[\\s-]+)?${digitWord}){6,14}(?![\\p{L}\\p{N}])`,
  'giu',
);

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
  const words = [...text.matchAll(spoken)].filter(([run]) => digitsSpoken(run) >= 10);
  return [
    ...known,
    ...[...possible, ...words].map((match) => ({ from: match.index, to: match.index + match[0].length })),
  ].filter(({ from, to }) => country !== 'GB' || !isHelpline(text.slice(from, to)));
}

/**
 * Free to ring (080), or kept for public bodies and charities (030) by Ofcom’s numbering plan: nobody is at home there, and
 * a helpline’s number is good to pass on.
 */
const isHelpline = (number: string): boolean =>
  /^(?:00|\+)?(?:440?|0)(?:80|30)\d{5,8}$/.test(number.replaceAll(/[^+\d]/g, ''));

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

function digitsSpoken(run: string): number {
  const times = { double: 2, triple: 3 } as const;
  const tokens = run.toLowerCase().match(/\p{L}+|\d/gu) ?? [];
  let count = 0;
  let factor = 1;
  for (const token of tokens) {
    if (token === 'double' || token === 'triple') factor = times[token];
    else {
      count += factor;
      factor = 1;
    }
  }
  return count;
}
