import { unmask } from '../reading/unmask.js';

/** Letters that Unicode does not take apart into a letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i' },
};

/** A word as it is compared: small letters and digits, without accents, apostrophes and hyphens. */
export const foldWord = (word: string): string =>
  unmask(word)
    .text.normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[ßæœøłđðþħı]/gu, (letter) => plainLetters[letter] ?? letter);

/** What is left of a word with one of its letters gone: every way of doing so, once. */
export function oneLetterLess(word: string): string[] {
  const letters = [...word];
  return [...new Set(letters.map((_, gone) => letters.filter((__, at) => at !== gone).join('')))];
}
