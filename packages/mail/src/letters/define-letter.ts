import { checkWords } from './check-words.js';

/** Languages a letter can be in. English is complete; where another has no words yet, the English ones go. */
export const letterLanguages = ['en', 'cy'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** Something that is filled in where a letter has its name in braces: `{penName}`. */
export interface Place {
  /** What it is, for whoever writes a charity's own words. */
  readonly about: string;
  /** What a preview shows in it. */
  readonly sample: string;
  /** Its button, by language: then it is an address and stands on a line of its own. */
  readonly button?: Readonly<{ en: string }> & Readonly<Partial<Record<LetterLanguage, string>>>;
  /** A letter without it would be of no use: a code, the way in. */
  readonly needed?: true;
  /**
   * A name that its reader chose. It does not show on locked screens where it tells of an illness or mails are to tell nothing,
   * and is not mailed to an address before somebody has proved it.
   */
  readonly name?: true;
  /** Tells on the reader, or somebody typed it: never in a subject or an opening. */
  readonly hidden?: true;
}

/**
 * What a letter says, with its places in braces. Plain text: an empty line ends a paragraph, an indented line stands out.
 * A paragraph that is nothing but one place goes when there is nothing to fill in.
 */
export interface LetterWords {
  /** With `opening` all that a locked screen shows: it names no charity and no illness. */
  readonly subject: string;
  /** The first paragraph, greeting included; what a list of mails shows beside the subject. */
  readonly opening: string;
  readonly text: string;
}

/**
 * `part`: whoever takes part needs it. `extra`: a mail beyond that, which goes only to somebody who consents to such mails
 * when it is written, and says in itself how to get no more of them.
 */
export type LetterPurpose = 'part' | 'extra';

/**
 * A letter to an applicant or a curator, as data: a charity may put other words in place of these, in any language.
 * `about` tells the team when it goes.
 */
export interface LetterDeclaration<Places extends string = string> {
  readonly name: string;
  readonly kind: LetterPurpose;
  readonly about: string;
  readonly places: Readonly<Record<Places, Place>>;
  readonly words: Readonly<{ en: LetterWords }> & Readonly<Partial<Record<LetterLanguage, LetterWords>>>;
}

/** Declares a letter. Throws at start-up where its own words would not pass what a charity's words must pass. */
export function defineLetter<const Places extends string>({
  kind = 'part',
  ...rest
}: Omit<LetterDeclaration<Places>, 'kind'> & { readonly kind?: LetterPurpose }): LetterDeclaration<Places> {
  const declaration = { kind, ...rest };
  if (kind === 'extra' && !('unsubscribe' in rest.places))
    throw new Error(`the letter ${rest.name} does not say how to get no more of these`);
  for (const words of Object.values(declaration.words)) {
    const [problem] = checkWords(declaration, words);
    if (problem) throw new Error(`the letter ${declaration.name}: its ${problem.part} ${problem.problem}`);
  }
  return Object.freeze(declaration);
}
