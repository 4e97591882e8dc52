import type { Span } from '../reading/span.js';

interface Digit extends Span {
  readonly digit: string;
}

const numberWords: Readonly<Record<string, string>> = {
  ...{ zero: '0', nought: '0', naught: '0', oh: '0', o: '0', one: '1', two: '2', three: '3', four: '4' },
  ...{ five: '5', six: '6', seven: '7', eight: '8', nine: '9' },
};
const said =
  /\d|(?<![\p{L}\p{N}])(?:(double|triple)[\s-]{1,3})?(zero|nought|naught|oh?|one|two|three|four|five|six|seven|eight|nine)(?![\p{L}\p{N}])/giu;

/** Digits in a row, written or said, with nothing but a few signs between them. */
export function digitRunsIn(text: string): Digit[][] {
  const runs: Digit[][] = [];
  let run: Digit[] = [];
  let end = 0;
  for (const match of text.matchAll(said)) {
    const [typed, times, word] = match;
    const gap = text.slice(end, match.index);
    if (run.length > 0 && (gap.length > 3 || /[\p{L}\p{N}]/u.test(gap))) {
      runs.push(run);
      run = [];
    }
    end = match.index + typed.length;
    const digit = word ? (numberWords[word.toLowerCase()] ?? '') : typed;
    const often = { double: 2, triple: 3 }[times?.toLowerCase() ?? ''] ?? 1;
    for (let nth = 0; nth < often; nth += 1) run.push({ digit, from: match.index, to: end });
  }
  return run.length > 0 ? [...runs, run] : runs;
}

export const digitsIn = (text: string): string =>
  digitRunsIn(text)
    .flat()
    .map(({ digit }) => digit)
    .join('');
