import type { Span } from './span.js';

/** How far from a number the word may stand that says what it is, in UTF-16 units. */
const reach = 40;

/** Whether the pattern is found a few words before or after a place. */
export const isNear = (text: string, { from, to }: Span, pattern: RegExp): boolean =>
  pattern.test(text.slice(Math.max(0, from - reach), Math.min(text.length, to + reach)));

export const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
