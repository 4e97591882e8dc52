import type { Span } from './span.js';

/**
 * Phrases as a person writes them down, for finding them in text. Between words anything that separates words may stand;
 * an apostrophe may be left out. `(a|b)` are alternatives, `(a )?` may be missing, ` ?` is a gap
 * that may be missing, `(~ )?` are up to four other words.
 * Nothing in a phrase can repeat without end, so finding is linear in the length of the text.
 */
export function compilePhrases(phrases: readonly string[]): RegExp {
  const alternatives = phrases.map((phrase) =>
    phrase
      .replaceAll("'", apostrophe)
      .replaceAll(' ?', `(?:${between})?`)
      .replaceAll('(~ )?', `(?:${word}${between}){0,4}`)
      .replaceAll(' ', between),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

const apostrophe = "['’‘`´]?";
const between = '[\\s,.…!?;:"“”()/–—-]{1,6}';
const word = "[\\p{L}\\p{N}][\\p{L}\\p{N}'’*]{0,24}";

export const findPhrases = (text: string, phrases: RegExp): Span[] =>
  [...text.matchAll(phrases)].map((match) => ({ from: match.index, to: match.index + match[0].length }));

/** Spans that touch none of the others. */
export const without = (spans: readonly Span[], others: readonly Span[]): Span[] =>
  spans.filter((span) => !others.some((other) => span.from < other.to && other.from < span.to));
