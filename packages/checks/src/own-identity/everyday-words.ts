import { readFileSync } from 'node:fs';

/** Everyday English; words/README.md tells where it is from. */
const words: ReadonlySet<string> = new Set(
  readFileSync(new URL('../../words/everyday-english.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n'),
);

export const isEverydayWord = (folded: string): boolean => words.has(folded);
