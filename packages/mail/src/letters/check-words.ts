import type { LetterDeclaration, LetterWords, Place } from './define-letter.js';
import { illnessIn } from './illness-words.js';

/** What is wrong with a part of a letter, as a person would say it: the part “… has a brace that is not closed”. */
export interface WordsProblem {
  readonly part: keyof LetterWords;
  readonly problem: string;
}

const longest: Readonly<Record<keyof LetterWords, number>> = { subject: 80, opening: 160, text: 6000 };
const shortestOpening = 60;

/** Everything that is wrong with words for a letter; none: they can go. Pure. */
export function checkWords(letter: LetterDeclaration, words: LetterWords): WordsProblem[] {
  return (['subject', 'opening', 'text'] as const)
    .flatMap((part) => problemsIn(letter, part, words[part]).map((problem) => ({ part, problem })))
    .concat(missing(letter, words));
}

const mostWords = 25;

/** What is harder to read than it need be, which is told and keeps nobody from sending it. Pure. */
export const warningsIn = (words: LetterWords): WordsProblem[] =>
  (['opening', 'text'] as const).flatMap((part) =>
    longSentences(words[part]).map((sentence) => ({
      part,
      problem: `has a sentence of more than ${mostWords} words, which is hard to read with a tired head: “${sentence}”`,
    })),
  );

const longSentences = (text: string): string[] =>
  text
    .split(/(?<=[.?!:])\s|\n/)
    .filter((sentence) => sentence.trim().split(/\s+/).length > mostWords)
    .map((sentence) => shortened(sentence.trim()));

const shortened = (sentence: string): string =>
  sentence.length > 60 ? `${sentence.slice(0, 60).trimEnd()} …` : sentence;

function problemsIn(letter: LetterDeclaration, part: keyof LetterWords, text: string): string[] {
  if (text.trim() === '') return ['is empty'];
  if (text.length > longest[part]) return [`has ${text.length} characters; ${longest[part]} fit`];
  const problems = placesIn(text, letter.places);
  return part === 'text'
    ? [...problems, ...linksIn(letter, text)]
    : [...problems, ...shownIn(letter, part, text)];
}

/** Every brace opens or closes a place that the letter has. */
function placesIn(text: string, places: LetterDeclaration['places']): string[] {
  const known = Object.keys(places);
  const named = [...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, name = '']) => name);
  const unknown = named.filter((name) => !known.includes(name));
  const isWhole = !/[{}]/.test(text.replaceAll(/\{[^{}\n]*\}/g, ''));
  return [
    ...unknown.map(
      (name) =>
        `has {${name}}, which cannot be filled in; it can have ${listed(known)}${nearest(name, known)}`,
    ),
    ...(isWhole ? [] : ['has a brace that does not belong to a place; a place looks like {penName}']),
  ];
}

/** A subject and an opening show on locked screens. */
function shownIn({ places }: LetterDeclaration, part: keyof LetterWords, text: string): string[] {
  const telling = Object.entries<Place>(places).filter(
    ([name, { hidden, button }]) => (hidden || button) && text.includes(`{${name}}`),
  );
  const illness = illnessIn(text);
  return [
    ...telling.map(
      ([name]) => `cannot have {${name}}: it shows on locked screens; please put that into the text`,
    ),
    ...(illness
      ? [`says “${illness}”, which tells of an illness on a locked screen; please say it differently`]
      : []),
    ...(/\n/.test(text) ? ['is more than one line'] : []),
    ...(part === 'opening' && text.length < shortestOpening
      ? [
          `is too short: with fewer than ${shortestOpening} characters a list of mails shows what comes after it`,
        ]
      : []),
  ];
}

function linksIn({ places }: LetterDeclaration, text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return Object.entries<Place>(places).flatMap(([name, { button }]) =>
    button && lines.some((line) => line.includes(`{${name}}`) && line !== `{${name}}`)
      ? [`has {${name}} inside a sentence; it becomes a button and needs a line of its own`]
      : [],
  );
}

/** A code may stand in the subject, where it is seen first, and must be in the text. */
const missing = ({ places }: LetterDeclaration, { text }: LetterWords): WordsProblem[] =>
  Object.entries<Place>(places).flatMap(([name, { needed, about }]) =>
    needed && !text.includes(`{${name}}`)
      ? [
          {
            part: 'text' as const,
            problem: `lacks {${name}} (${about}), without which the letter is of no use`,
          },
        ]
      : [],
  );

const listed = (known: readonly string[]): string =>
  known.length === 0 ? 'none' : known.map((name) => `{${name}}`).join(', ');

/** For a slip of the finger: the same letters in other case or order, or all but one of them. */
function nearest(name: string, known: readonly string[]): string {
  const sorted = (word: string) => [...word.toLowerCase()].toSorted().join('');
  const near = known.find(
    (other) =>
      sorted(other) === sorted(name) || other.toLowerCase().startsWith(name.toLowerCase().slice(0, 4)),
  );
  return name.length > 2 && near ? `; did you mean {${near}}?` : '';
}
