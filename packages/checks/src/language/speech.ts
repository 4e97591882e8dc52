import type { Unmasked } from '../reading/unmask.js';
import { meantWord, type Vocabulary } from './meant-word.js';
import { plainSpeech, withApostrophe } from './plain-speech.js';

/**
 * A text as one would say it: small letters, short forms in full, slips mended, one space before each word and ` .` where a
 * sentence ends. Emoji, line breaks, commas and dots that trail off say nothing.
 */
export interface Speech {
  readonly text: string;
  /** Where in the typed text this part of `text` came from. */
  spanOf(from: number, to: number): { from: number; to: number };
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‘`´*@$!|]+[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*\**/gu;
const sentenceEnd = /(?:^|[^.])\.(?:[\s")]|$)|[!?;]|\n\s*\n/u;
const apostrophes = /['’‘`´]/gu;

export function sayOut(plain: Unmasked, vocabulary: Vocabulary): Speech {
  const parts: { said: string; from: number; to: number }[] = [{ said: ' .', from: 0, to: 0 }];
  let sentence = 0;
  let last = 0;
  for (const match of plain.text.matchAll(word)) {
    const [typed] = match;
    const ends = sentenceEnd.test(plain.text.slice(last, match.index));
    if (ends && sentence > 1) {
      parts.push({ said: ' .', from: last, to: last });
      sentence = 0;
    }
    last = match.index + typed.length;
    for (const one of hashtagWords(typed, plain.text[match.index - 1])) {
      for (const said of inFull(one, vocabulary).split(' ')) {
        parts.push({ said: ` ${said}`, from: match.index, to: last });
        sentence += 1;
      }
    }
  }
  parts.push({ said: ' . ', from: last, to: last });
  return speechOf(parts, plain);
}

function speechOf(parts: readonly { said: string; from: number; to: number }[], plain: Unmasked): Speech {
  const starts: number[] = [];
  let length = 0;
  for (const { said } of parts) {
    starts.push(length);
    length += said.length;
  }
  const partAt = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return parts[low] ?? { from: 0, to: 0 };
  };
  return {
    text: parts.map(({ said }) => said).join(''),
    spanOf: (from, to) => plain.spanOf(partAt(from).from, partAt(to - 1).to),
  };
}

/** `#EndItAll` is three words. */
const hashtagWords = (typed: string, before: string | undefined): string[] =>
  before === '#' ? typed.split(/(?<=\p{Ll})(?=\p{Lu})/u) : [typed];

function inFull(typed: string, vocabulary: Vocabulary): string {
  const small = typed.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(apostrophes, "'");
  const bare = small.replaceAll("'", '');
  const known = withApostrophe.get(small) ?? plainSpeech.get(bare);
  if (known !== undefined) return known;
  const meant = meantWord(bare, vocabulary);
  return plainSpeech.get(meant) ?? meant;
}
