import type { CheckOfWords, Observation } from '../check.js';
import { foldAccents } from '../reading/fold-accents.js';
import { joinSpans } from '../reading/span.js';
import { wholeWords } from '../reading/whole-words.js';

/** What a charity has put on its own list. */
export const watchedWords: CheckOfWords = {
  card: {
    name: 'a word on the charity’s list',
    looksFor:
      'Words and phrases that the charity itself has listed, whole, in any capitals, with or without accents.',
    misses: 'Other forms of a word: a list that is to find “scams” has to name it beside “scam”.',
  },
  ofWords: ({ plain }, { policy: { wordsToWatch } }) => {
    if (wordsToWatch.length === 0) return [];
    const text = foldAccents(plain.text);
    const found = [...text.matchAll(wholeWords(wordsToWatch))].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }));
    return joinSpans(found).map(
      ({ from, to }): Observation => ({
        ...{ severity: 'medium', span: plain.spanOf(from, to) },
        explanation: 'The charity wants to look at posts with this word in them.',
        suggestion: 'You can say it in another way, or leave it: the team decides, and tells you.',
      }),
    );
  },
};
