/**
 * Phrases are written as people say them, in the words of `plain-speech.ts` ("do not", "want to", "i am"):
 *
 *     i (really|just)? want to ~ die
 *
 * `(a|b c)` one of these, `( )?` may be missing, `~` up to three words in between, `kill*` any ending, `%` a number, `.` the end of a
 * sentence, `<name>` one of a list. A phrase never reaches over the end of a sentence.
 */
export interface Phrasebook {
  readonly patterns: readonly RegExp[];
  /** Every word that is written out in the phrases: what a slip of the finger most likely meant. */
  readonly vocabulary: ReadonlySet<string>;
}

type Lists = Readonly<Record<string, string>>;

const piece = /[()|?~]|[^\s()|?~]+/gu;
const wordEnds = '(?= )';

/** One phrase a line; an empty line and one that begins with # say nothing. */
export function phrasebook(text: string, lists: Lists = {}): Phrasebook {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => withLists(line, lists));
  const vocabulary = new Set(lines.flatMap((line) => line.match(/\p{L}{3,}(?![\p{L}*])/gu) ?? []));
  return {
    patterns: lines.map((line) => new RegExp(`${sourceOf(line)}${wordEnds}`, 'gu')),
    vocabulary,
  };
}

const withLists = (line: string, lists: Lists): string =>
  line.replace(/<(\w+)>/g, (_, name: string) => {
    const list = lists[name];
    if (list === undefined) throw new Error(`No list is called ${name}, in the phrase "${line}".`);
    return `(${withLists(
      list
        .trim()
        .split(/\s*\|\s*/)
        .join('|'),
      lists,
    )})`;
  });

const sourceOf = (line: string): string =>
  [...line.matchAll(piece)]
    .map(([sign]) => {
      if (sign === '(') return '(?:';
      if (sign === ')' || sign === '|' || sign === '?') return sign;
      if (sign === '~') return '(?: [^ .]+){0,3}?';
      if (sign === '.') return ' [.]';
      if (sign === '%') return ' \\d+';
      if (!/^[\p{L}\p{N}]+\*?$/u.test(sign))
        throw new Error(`"${sign}" is no word, in the phrase "${line}".`);
      return ` ${sign.replace('*', '[^ .]*')}`;
    })
    .join('');
