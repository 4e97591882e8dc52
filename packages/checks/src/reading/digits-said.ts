import type { Span } from './span.js';
import type { Unmasked } from './unmask.js';

/** Digits that follow each other, however they are said: “07700 nine hundred 884”, “oh seven double eight”, “O7700 9OO”. */
export interface DigitsSaid extends Span {
  readonly digits: string;
  /** Whether there are words, letters or pictures among the digits. */
  readonly isDisguised: boolean;
}

const words: Readonly<Record<string, string>> = {
  ...{ zero: '0', nought: '0', naught: '0', oh: '0', o: '0', one: '1', two: '2', three: '3', four: '4' },
  ...{ five: '5', six: '6', seven: '7', eight: '8', nine: '9', hundred: '00' },
};
const times: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3 };

const token = `(?:${[...Object.keys(times), ...Object.keys(words)].join('|')}|[oO]{0,2}\\d[\\doO]{0,14})`;
/** A few signs, an emoji, or a small word; never a line's worth of anything. */
const gap = '(?:[^\\p{L}\\p{N}\\n]{0,6}|\\s{1,2}(?:and|then)\\s{1,2})';
const run = new RegExp(`(?<![\\p{L}\\p{N}])\\+?${token}(?:${gap}${token}){0,20}(?![\\p{L}\\p{N}])`, 'giu');
const disguise = /[\p{L}\p{Extended_Pictographic}]/u;

export const digitsSaid = (text: string): DigitsSaid[] =>
  [...text.matchAll(run)].map(({ 0: said, index }) => ({
    digits: digitsOf(said),
    isDisguised: disguise.test(said),
    from: index,
    to: index + said.length,
  }));

/** The text with digits where they are said in words, and the way back; the text itself where there are none. */
export function inDigits(text: string): Unmasked {
  const said = digitsSaid(text).filter(({ isDisguised, digits }) => isDisguised && digits.length >= fewest);
  let written = '';
  const cameFrom: Span[] = [];
  const add = (piece: string, from: number, to: number) => {
    for (let at = 0; at < piece.length; at += 1)
      cameFrom.push(piece.length === to - from ? { from: from + at, to: from + at + 1 } : { from, to });
    written += piece;
  };
  let last = 0;
  for (const { digits, from, to } of said) {
    add(text.slice(last, from), last, from);
    add(digits, from, to);
    last = to;
  }
  add(text.slice(last), last, text.length);
  return {
    text: written,
    spanOf: (from, to) => ({ from: cameFrom[from]?.from ?? 0, to: cameFrom[to - 1]?.to ?? text.length }),
  };
}
/** “One or two” is no number of anybody. */
const fewest = 4;

function digitsOf(said: string): string {
  let digits = '';
  let factor = 1;
  for (const [one] of said.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (times[one] !== undefined) factor = times[one];
    else if (one !== 'and' && one !== 'then') {
      digits += (words[one] ?? one.replaceAll('o', '0')).repeat(factor);
      factor = 1;
    }
  }
  return digits;
}
