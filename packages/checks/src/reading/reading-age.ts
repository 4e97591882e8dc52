/** How hard a text is to read. */
export interface Reading {
  /** Years of age from which it reads with ease; null where there are too few words to tell. */
  readonly age: number | null;
  /** The hardest sentences, longest first. */
  readonly hard: readonly { readonly sentence: string; readonly words: number }[];
}

const fewestWords = 30;
const longestSentence = 20;
const mostNamed = 5;

/**
 * The age from which an English text reads with ease: the grade of Flesch and Kincaid (J. P. Kincaid and others, 1975, US Navy
 * Research Branch Report 8-75) and five years, since grade 1 is for children of six. Sentences of more than twenty words are
 * named, whatever the age: a tired head loses their beginning.
 */
export function readingOf(text: string): Reading {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  const hard = sentences
    .map((sentence) => ({ sentence, words: wordsOf(sentence).length }))
    .filter(({ words: count }) => count > longestSentence)
    .toSorted((a, b) => b.words - a.words)
    .slice(0, mostNamed);
  if (words.length < fewestWords) return { age: null, hard };
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return { age: Math.max(5, Math.round((grade + 5) * 10) / 10), hard };
}

/** A line ends a sentence as well: lists and headings have no full stops. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);

const wordsOf = (sentence: string): string[] => sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? [];

/** As they are spoken, near enough: groups of vowels, without a silent e at the end. */
function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (plain.length <= 3) return 1;
  const spoken = plain.replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
