import type { listLetters, OutputOf, viewLetter } from '@baton/contracts';
import {
  allLetters,
  checkWords,
  type LetterDeclaration,
  type LetterLanguage,
  type LetterWords,
  letterLanguages,
  type Place,
  type WordsProblem,
  warningsIn,
} from '@baton/mail';
import type { OwnWords } from './choose-words.js';

type Shown = Pick<OutputOf<typeof viewLetter>, 'letter' | 'about' | 'kind' | 'places'>;

export const findLetter = (name: string): LetterDeclaration | undefined => allLetters.get(name);

/** A letter as the team sees it, without its words. */
export const presentLetter = ({ name, about, kind, places }: LetterDeclaration): Shown => ({
  letter: name,
  about,
  kind,
  places: Object.entries<Place>(places).map(([place, { about: what, sample, button, needed, hidden }]) => ({
    name: place,
    about: what,
    sample,
    isLink: button !== undefined,
    isNeeded: needed ?? false,
    isHidden: Boolean(hidden ?? button),
  })),
});

export const listed = (
  letter: LetterDeclaration,
  own: OwnWords = {},
): OutputOf<typeof listLetters>['letters'][number] => ({
  ...presentLetter(letter),
  languages: languagesIn(letter.words),
  own: languagesIn(own),
});

const languagesIn = (words: OwnWords): LetterLanguage[] =>
  letterLanguages.filter((language) => words[language] !== undefined);

interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

/**
 * What is wrong with words for a letter, by the field they were sent in. The charity's name, which is known here alone, shows
 * on locked screens no more than an illness does.
 */
export const problemsWith = (
  letter: LetterDeclaration,
  words: LetterWords,
  charity: string | undefined,
): FieldProblem[] => [...checkWords(letter, words), ...namingCharity(words, charity)].map(inField);

const namingCharity = (words: LetterWords, charity: string | undefined): WordsProblem[] =>
  (['subject', 'opening'] as const)
    .filter((part) => charity && words[part].toLowerCase().includes(charity.toLowerCase()))
    .map((part) => ({
      part,
      problem: 'has the charity’s name, which shows on locked screens; please put that into the text',
    }));

export const warningsFor = (words: LetterWords): FieldProblem[] => warningsIn(words).map(inField);

const inField = ({ part, problem }: WordsProblem): FieldProblem => ({ field: `words.${part}`, problem });
