import type { Span } from '../reading/span.js';
import type { Phrasebook } from './phrase.js';

export interface Match extends Span {
  readonly text: string;
}

export const findPhrases = (book: Phrasebook, text: string): Match[] =>
  patternsFor(book, text).flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      text: match[0],
    })),
  );

/** The same text with these phrases taken out of it, every other place where it was. */
export const withoutPhrases = (book: Phrasebook, text: string): string =>
  patternsFor(book, text).reduce(
    (rest, pattern) => rest.replace(pattern, (said) => said.replace(/[^ .]/gu, '_')),
    text,
  );

function patternsFor({ phrases }: Phrasebook, text: string): RegExp[] {
  const words = new Set(text.split(' '));
  return phrases.filter(({ canStandIn }) => canStandIn(words)).map(({ pattern }) => pattern);
}
