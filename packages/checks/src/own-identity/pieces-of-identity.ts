import type { IdentityLevel, OwnPieceKind } from '@baton/contracts';
import { isEverydayWord } from './everyday-words.js';
import { foldWord, oneLetterLess } from './fold-word.js';
import { digitsIn } from './read-digits.js';
import { mailValue, readTokens } from './read-tokens.js';

export interface IdentityToKeep {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  /** What else they asked to be warned about: a nickname, a handle, a street. */
  readonly alsoTells?: readonly string[];
  readonly penName: string;
  readonly level: IdentityLevel;
}

/** What is compared, and what it tells. A text is searched for the same values: see `find-own-pieces.ts`. */
export type Pieces = ReadonlyMap<string, OwnPieceKind>;

/** A name this long is known with one letter wrong. */
export const misspeltFrom = 5;
/** Shorter ones, written together, are too often something else. */
export const shortestTogether = 4;
/** Of more words than these nobody is asked whether they are written together. */
export const joinedAtMost = 3;
/** By how many of its last digits a phone number is known: with and without the country’s prefix they are the same. */
export const phoneDigits = 8;

const particles = new Set(
  'al am auf ben bin da das de del den der di dos du el la las le los ter van vom von y zu zum zur'.split(
    ' ',
  ),
);

/**
 * What would tell who somebody is, beyond what they chose to tell: their names one by one and written together, with a
 * letter gone, the address, its part before the @, the last digits of the phone. What may be said is left out, so nobody
 * can find it later in what is kept.
 */
export function piecesOfIdentity(person: IdentityToKeep): Pieces {
  const names = piecesOfName(person.name);
  const maySay = allowedOf(names, person);
  const pieces = new Map<string, OwnPieceKind>();
  const add = (kind: OwnPieceKind, value: string) => {
    if (!maySay.has(value) && !pieces.has(value)) pieces.set(value, kind);
  };
  for (const [value, kind] of names) add(kind, value);
  add('email', `mail:${mailValue(person.email)}`);
  for (const handle of handlesIn(person.email)) add('handle', `word:${handle}`);
  const digits = digitsIn(person.phone ?? '');
  if (digits.length >= phoneDigits) add('phone', `digits:${digits.slice(-phoneDigits)}`);
  for (const words of person.alsoTells ?? []) for (const value of valuesOf(words)) add('other', value);
  return pieces;
}

/** As whoever reads a text joins it: see `writtenApart`. */
function valuesOf(words: string): string[] {
  const tokens = readTokens(words).slice(0, joinedAtMost);
  const joined = tokens.map(({ value }) => value).join('');
  const misspelt = tokens.length === 1 && joined.length >= misspeltFrom ? oneLetterLess(joined) : [];
  return [`word:${joined}`, ...misspelt.map((less) => `less:${less}`)];
}

/** By which names they may be known. A pen name that is their first name is said to all anyway; a surname never is. */
function allowedOf(names: Pieces, { level, penName }: IdentityToKeep): ReadonlySet<string> {
  const chosen = new Set(readTokens(penName).map(({ value }) => `word:${value}`));
  const given = [...names].filter(([, kind]) => kind === 'givenName').map(([value]) => value);
  if (level === 'named') return new Set(names.keys());
  if (level === 'firstName') return new Set(given);
  return new Set(level === 'penName' && given.some((value) => chosen.has(value)) ? given : []);
}

function piecesOfName(name: string): Pieces {
  const pieces = new Map<string, OwnPieceKind>();
  for (const spelling of spellingsOf(name)) {
    const parts = spelling.split(/[\s.,]+/u).flatMap((part) => partsOf(part));
    const [given = '', surname = ''] = [parts[0], parts.at(-1)].map((part) => part?.whole);
    parts.forEach((part, index) => {
      const kind = index === 0 ? 'givenName' : index === parts.length - 1 ? 'surname' : 'name';
      for (const word of part.words) addName(pieces, kind, word);
    });
    if (parts.length < 2) continue;
    const wholes = parts.map(({ whole }) => whole);
    const written = [wholes.join(''), given + surname, surname + given, given.slice(0, 1) + surname];
    for (const joined of written)
      if (joined.length >= shortestTogether)
        pieces.set(`word:${joined}`, pieces.get(`word:${joined}`) ?? 'name');
    const afterGiven = wholes.slice(1).join('');
    if (afterGiven !== surname) addName(pieces, 'surname', afterGiven);
  }
  return pieces;
}

/** “Smith-Jones” is known whole and in halves; “van” alone is nobody’s name. */
function partsOf(part: string): { readonly whole: string; readonly words: readonly string[] }[] {
  const whole = foldWord(part);
  if (whole === '') return [];
  const halves = part.includes('-') ? part.split('-').map(foldWord) : [];
  const words = [whole, ...halves].filter((word) => word.length >= 2 && !particles.has(word));
  return [{ whole, words }];
}

function addName(pieces: Map<string, OwnPieceKind>, kind: OwnPieceKind, word: string): void {
  const values = [`word:${word}`];
  if (word.length >= misspeltFrom) values.push(...oneLetterLess(word).map((less) => `less:${less}`));
  for (const value of values) pieces.set(value, pieces.get(value) ?? kind);
}

/** “Müller” is also written Mueller, and “Åse” Aase. */
function spellingsOf(name: string): string[] {
  const long: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
  const spelt = name.normalize('NFC').toLowerCase();
  return [...new Set([spelt, spelt.replace(/[äöüåø]/gu, (letter) => long[letter] ?? letter)])];
}

/** What somebody is called before the @ is often what they are called elsewhere, with or without its number. */
function handlesIn(email: string): string[] {
  const local = email.slice(0, email.indexOf('@')).replace(/\+.*$/u, '');
  const whole = foldWord(local);
  return [whole, whole.replace(/\d+$/u, '')].filter(
    (word) => word.length >= misspeltFrom && !isEverydayWord(word) && /\p{L}/u.test(word),
  );
}
