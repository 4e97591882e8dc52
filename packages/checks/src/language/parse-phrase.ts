/** A phrase as a tree: words after each other, and places where one of several may stand. */
export type Piece =
  | { readonly sign: string }
  | { readonly oneOf: readonly Row[]; readonly isOptional: boolean };
type Row = readonly Piece[];

const sign = /[()|?]|[^\s()|?]+/gu;

export function parsePhrase(line: string): Row {
  const signs = [...line.matchAll(sign)].map(([text]) => text);
  const row = rowFrom(signs, line);
  if (signs.length > 0) throw new Error(`There is a bracket too many in the phrase "${line}".`);
  return row;
}

/** Takes signs off the front, to the end of these alternatives. */
function rowFrom(signs: string[], line: string): Row {
  const row: Piece[] = [];
  while (signs.length > 0 && signs[0] !== '|' && signs[0] !== ')') {
    const next = signs.shift() ?? '';
    if (next !== '(') {
      if (!/^(?:[~.%]|[\p{L}\p{N}]+\*?)$/u.test(next))
        throw new Error(`"${next}" is no word, in the phrase "${line}".`);
      row.push({ sign: next });
      continue;
    }
    const oneOf = [rowFrom(signs, line)];
    while (signs[0] === '|') {
      signs.shift();
      oneOf.push(rowFrom(signs, line));
    }
    if (signs.shift() !== ')') throw new Error(`A bracket stays open in the phrase "${line}".`);
    const isOptional = signs[0] === '?';
    if (isOptional) signs.shift();
    row.push({ oneOf, isOptional });
  }
  return row;
}

export const sourceOf = (row: Row): string =>
  row
    .map((piece) => {
      if ('oneOf' in piece) return `(?:${piece.oneOf.map(sourceOf).join('|')})${piece.isOptional ? '?' : ''}`;
      if (piece.sign === '~') return '(?: [^ .]+){0,3}?';
      if (piece.sign === '.') return ' [.]';
      if (piece.sign === '%') return ' \\d+';
      return ` ${piece.sign.replace('*', '[^ .]*')}`;
    })
    .join('');

/** The choices a text has to offer for a phrase to stand in it, each a few words that go together; the hardest to meet first. */
export type Needed = readonly (string | readonly Needed[])[];

export const neededBy = (row: Row): Needed =>
  row
    .flatMap((piece): Needed => {
      if ('sign' in piece) return isAny(piece.sign) ? [] : [piece.sign];
      const choices = piece.isOptional ? [] : piece.oneOf.map(neededBy);
      return choices.length === 0 || choices.some((choice) => choice.length === 0) ? [] : [choices];
    })
    .sort((a, b) => breadthOf(a) - breadthOf(b));

export const isThere = (needed: Needed, words: ReadonlySet<string>): boolean =>
  needed.every((one) =>
    typeof one === 'string' ? words.has(one) : one.some((choice) => isThere(choice, words)),
  );

const breadthOf = (one: Needed[number]): number =>
  typeof one === 'string' ? everydayness(one) : 2 + one.length;
/** Short words are in every text. */
const everydayness = (word: string): number => (word.length > 3 ? 0 : 1);
/** Signs that stand for words nobody can look up. */
const isAny = (sign: string): boolean => /[~.%*]/u.test(sign);
