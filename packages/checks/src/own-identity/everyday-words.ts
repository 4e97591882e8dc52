import { readFileSync } from 'node:fs';

/** Everyday English; words/README.md tells where it is from. */
const words: ReadonlySet<string> = new Set(
  readFileSync(new URL('../../words/everyday-english.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n'),
);

export const isEverydayWord = (folded: string): boolean => words.has(folded);

const endings = ['s', 'es', 'd', 'ed', 'ing', 'ly', 'er', 'ers'];
/** One of them, or one of them with an ending. */
export const isEverydayForm = (folded: string): boolean =>
  isEverydayWord(folded) ||
  endings.some((end) => folded.endsWith(end) && isEverydayWord(folded.slice(0, -end.length)));
