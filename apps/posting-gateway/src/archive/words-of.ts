const longestWord = 60;
const mostLookedFor = 10;

/** The words of a text as they are searched: small letters without accents, each once. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    folded(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
      .map((word) => word.slice(0, longestWord)),
  ),
];

/** Small letters without accents. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * A `tsquery` for what somebody typed: every word, or a longer one that begins with it. Beginnings find “tired” and
 * “tiredness” alike in any language. Undefined where there is no word in it. Nothing but letters and digits gets in.
 */
export function queryFor(typed: string): string | undefined {
  const words = wordsOf(typed).slice(0, mostLookedFor);
  return words.length > 0 ? words.map((word) => `'${word}':*`).join(' & ') : undefined;
}
