import type { Letter } from '../mailer.js';
import type { LetterDeclaration, LetterLanguage, LetterWords, Place } from './define-letter.js';
import { illnessIn } from './illness-words.js';
import { withoutName } from './without-name.js';

export type PlaceValues<Places extends string = string> = Readonly<Record<Places, string>>;

/** How a letter is written. */
export interface Manner {
  readonly language?: LetterLanguage;
  readonly own?: LetterWords | undefined;
  /** Its reader asked for mails that tell nothing at a glance. */
  readonly discreet?: boolean;
  /** Nobody has proved the address it goes to, so no name that somebody typed goes there. */
  readonly unproved?: boolean;
}

/** Fills what a list of mails shows of the text, so that nothing that tells comes into sight. */
const furtherDown: Readonly<Record<LetterLanguage, string>> = {
  en: 'You asked for mails that tell nothing at a glance. What this one is about stands further down.',
  cy: 'Gofynnoch am e-byst nad ydynt yn dweud dim ar yr olwg gyntaf. Mae’r cynnwys ymhellach i lawr.',
};

/**
 * Writes a letter: the charity's own words where there are some, else its own in that language, else the English ones. What
 * is filled in is filled in once: braces in it stay braces, and no line of it becomes a button or stands out.
 */
export function fillIn<Places extends string>(
  letter: LetterDeclaration<Places>,
  values: PlaceValues<Places>,
  { language = 'en', own, discreet = false, unproved = false }: Manner = {},
): Letter {
  const chosen = own ?? letter.words[language];
  const words = chosen ?? letter.words.en;
  const spoken = chosen ? language : 'en';
  const names = namesIn(letter);
  const untold = unproved ? names : names.filter((name) => discreet || illnessIn(values[name] ?? ''));
  const put = (text: string) => onOneLine(withoutNames(text, untold, spoken), values);
  const opening = put(words.opening);
  const paragraphs = words.text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => withValues(unproved ? withoutNames(paragraph, names, spoken) : paragraph, values));
  return {
    // Own words may be nothing but the name.
    subject: put(words.subject) || put(letter.words.en.subject),
    preview: opening,
    text: [opening, ...(discreet ? [furtherDown[spoken]] : []), ...paragraphs.filter(isNotEmpty)]
      .join('\n\n')
      .concat('\n'),
    language: spoken,
    buttons: buttonsOf(letter, values, spoken),
  };
}

const namesIn = <Places extends string>({ places }: LetterDeclaration<Places>): Places[] =>
  Object.entries<Place>(places).flatMap(([place, { name }]) => (name ? [place as Places] : []));

const withoutNames = (text: string, names: readonly string[], language: LetterLanguage): string =>
  text
    .split('\n')
    .map((line) => names.reduce((without, name) => withoutName(without, name, language), line))
    .join('\n');

/** What shows in a list of mails has no line break, whatever somebody typed. */
const onOneLine = <Places extends string>(text: string, values: PlaceValues<Places>): string =>
  text
    .replaceAll(/\{(\w+)\}/g, (_, name: Places) => values[name] ?? '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();

const isNotEmpty = (paragraph: string): boolean => paragraph.trim() !== '';

/** Where something typed fills a paragraph, its lines lose what would make them stand out. */
function withValues<Places extends string>(paragraph: string, values: PlaceValues<Places>): string {
  return paragraph.replaceAll(/\{(\w+)\}/g, (_, name: Places) =>
    (values[name] ?? '')
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/^[^\S\n]+/gm, '')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
  );
}

function buttonsOf<Places extends string>(
  { places }: LetterDeclaration<Places>,
  values: PlaceValues<Places>,
  language: LetterLanguage,
): Readonly<Record<string, string>> {
  const named = Object.entries<Place>(places).flatMap(([name, { button }]) =>
    button ? [[values[name as Places], button[language] ?? button.en]] : [],
  );
  return Object.fromEntries(named);
}

/** What a preview fills in. */
export const samplesOf = <Places extends string>({
  places,
}: LetterDeclaration<Places>): PlaceValues<Places> =>
  Object.fromEntries(
    Object.entries<Place>(places).map(([name, { sample }]) => [name, sample]),
  ) as PlaceValues<Places>;
