import type { Check } from './check.js';

/**
 * Characters nobody types: controls other than tab and new line, halves of a character, and the
 * embeddings and overrides that make a text read otherwise than it is written (Trojan Source,
 * CVE-2021-42574). Direction marks and isolates stay: Arabic and Hebrew need them.
 */
const unprintable = /(?![\n\r\t])\p{Cc}|[\u202a-\u202e]|\p{Surrogate}/u;

export const checkControlCharacters: Check = ({ text }) => {
  const from = text.search(unprintable);
  if (from < 0) return [];
  return [
    {
      check: 'controlCharacters',
      verdict: 'block',
      span: { from, to: from + 1 },
      explanation: 'There is an invisible character in this text that can break or disguise it.',
      suggestion: 'Delete the marked place and type it again.',
    },
  ];
};
