import type { Span } from '../reading/span.js';
import type { Phrasebook } from './phrase.js';

export interface Match extends Span {
  readonly text: string;
}

export const findPhrases = ({ patterns }: Phrasebook, text: string): Match[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      text: match[0],
    })),
  );

/** The same text with these phrases taken out of it, every other place where it was. */
export const withoutPhrases = ({ patterns }: Phrasebook, text: string): string =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, (said) => said.replace(/[^ .]/gu, '_')), text);
