import { checkWords, type LetterDeclaration, type LetterLanguage, type LetterWords } from '@baton/mail';

export type OwnWords = Readonly<Partial<Record<LetterLanguage, LetterWords>>>;

export interface ChosenWords {
  readonly language: LetterLanguage;
  /** Undefined: Baton's own. */
  readonly own: LetterWords | undefined;
}

/**
 * Which words go to somebody: the charity's own in their language; else Baton's in their language; else the charity's own in
 * English; else Baton's English. The language goes first: a letter that its reader can read is worth more than one that
 * sounds like the charity. Own words that a newer Baton would not take any more, because a place has gone, are passed over.
 */
export function chooseWords(letter: LetterDeclaration, own: OwnWords, wish: LetterLanguage): ChosenWords {
  const usable = (language: LetterLanguage): LetterWords | undefined => {
    const words = own[language];
    return words && checkWords(letter, words).length === 0 ? words : undefined;
  };
  const inWish = usable(wish);
  if (inWish || letter.words[wish]) return { language: wish, own: inWish };
  return { language: 'en', own: usable('en') };
}
