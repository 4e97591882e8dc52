import type { CheckOfWords } from '../check.js';

/**
 * Characters nobody types: controls other than tab and new line, halves of a character, and the
 * embeddings and overrides that make a text read otherwise than it is written (Trojan Source,
 * CVE-2021-42574). Direction marks and isolates stay: Arabic and Hebrew need them.
 */
const unprintable = /(?![\n\r\t])\p{Cc}|[\u202a-\u202e]|\p{Surrogate}/u;

export const controlCharacters: CheckOfWords = {
  card: {
    name: 'an invisible character',
    looksFor:
      'Characters that cannot be seen and that break a text, or make it read otherwise than it is written.',
    misses: 'Nothing known. Marks that Arabic, Hebrew and joined emoji need are left alone.',
  },
  ofWords: ({ typed }) => {
    const from = typed.search(unprintable);
    if (from < 0) return [];
    return [
      {
        severity: 'medium',
        span: { from, to: from + 1 },
        explanation: 'There is an invisible character in this text that can break or disguise it.',
        suggestion: 'Delete the marked place and type it again.',
      },
    ];
  },
};
