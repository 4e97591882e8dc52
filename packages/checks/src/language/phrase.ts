import { isThere, neededBy, parsePhrase, sourceOf } from './parse-phrase.js';

/**
 * Phrases are written as people say them, in the words of `plain-speech.ts` ("do not", "want to", "i am"):
 *
 *     i (really|just)? want to ~ die
 *
 * `(a|b c)` one of these, `( )?` may be missing, `~` up to three words in between, `kill*` any ending, `%` a number, `.` the end of a
 * sentence, `<name>` one of a list. A phrase never reaches over the end of a sentence.
 */
export interface Phrasebook {
  readonly phrases: readonly Phrase[];
  /** Every word that is written out in the phrases: what a slip of the finger most likely meant. */
  readonly vocabulary: ReadonlySet<string>;
}

export interface Phrase {
  readonly pattern: RegExp;
  /** Whether the words it cannot do without are all there: most phrases need not be looked for. */
  readonly canStandIn: (words: ReadonlySet<string>) => boolean;
}

type Lists = Readonly<Record<string, string>>;

const wordEnds = '(?= )';

/** One phrase a line; an empty line and one that begins with # say nothing. */
export function phrasebook(text: string, lists: Lists = {}): Phrasebook {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => withLists(line, lists));
  const vocabulary = new Set(lines.flatMap((line) => line.match(/\p{L}{3,}(?![\p{L}*])/gu) ?? []));
  return { phrases: lines.map(phrase), vocabulary };
}

function phrase(line: string): Phrase {
  const parsed = parsePhrase(line);
  const needed = neededBy(parsed);
  return {
    pattern: new RegExp(`${sourceOf(parsed)}${wordEnds}`, 'gu'),
    canStandIn: (words) => isThere(needed, words),
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
