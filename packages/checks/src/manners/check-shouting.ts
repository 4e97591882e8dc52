import type { CheckOfWords, Observation } from '../check.js';

/** Fewer letters than this are a word or two, and names of things are often capitals: MS, NHS, MRI. */
const fewestLetters = 16;
const mostlyCapitals = 0.7;
const manySigns = /[!?]{4,}/u;
const drawnOut = /(\p{L})\1{5,}/iu;
const sameAgain = /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{N}' ]{7,60}?)(?:[\s,.!?;:-]{1,6}\1){2,}(?![\p{L}\p{N}])/iu;

/** Capitals, many signs and the same again and again: hard to read with a screen reader, and it reads as anger. */
export const shouting: CheckOfWords = {
  card: {
    name: 'shouting',
    looksFor:
      'Texts mostly in capitals, four or more exclamation or question marks in a row, letters drawn out, the same phrase three times.',
    misses:
      'The same text in several posts. People who type in capitals because they see badly are told, too.',
  },
  ofWords: ({ typed }) => {
    const noticed: Observation[] = [];
    const letters = typed.replaceAll(/[^\p{L}]/gu, '');
    const words = typed.match(/\p{Lu}{4,}/gu) ?? [];
    const capitals = letters.replaceAll(/[^\p{Lu}]/gu, '').length;
    if (letters.length >= fewestLetters && words.length >= 2 && capitals >= letters.length * mostlyCapitals) {
      noticed.push({
        ...{ severity: 'low', span: null },
        explanation:
          'Most of this is in capitals. It can read as shouting, and screen readers may spell it out.',
        suggestion: 'Write it with small letters.',
      });
    }
    for (const [pattern, what] of [
      [manySigns, 'There are many exclamation or question marks here.'],
      [drawnOut, 'A letter is repeated many times here, which a screen reader reads out one by one.'],
      [sameAgain, 'The same words are here several times.'],
    ] as const) {
      const match = pattern.exec(typed);
      if (!match) continue;
      const span = { from: match.index, to: match.index + match[0].length };
      noticed.push({ severity: 'low', span, explanation: what, suggestion: 'Once is enough.' });
    }
    return noticed;
  },
};
