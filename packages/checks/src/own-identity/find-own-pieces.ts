import type { OwnPieceKind } from '@baton/contracts';
import { findEmailAddresses } from '../contact-details/find-email-addresses.js';
import type { Span } from '../reading/span.js';
import { unmask } from '../reading/unmask.js';
import { isEverydayWord } from './everyday-words.js';
import { foldWord, oneLetterLess } from './fold-word.js';
import type { OwnIdentity } from './own-identity.js';
import { joinedAtMost, misspeltFrom, phoneDigits, shortestTogether } from './pieces-of-identity.js';
import { digitRunsIn } from './read-digits.js';
import { mailValue, readTokens, type Token } from './read-tokens.js';
import { isNamedHere } from './spoken-of-as-name.js';

export interface OwnPiece extends Span {
  readonly kind: OwnPieceKind;
}

/** A word that may be a piece; `sure` where it cannot well be anything else. */
interface Candidate extends OwnPiece {
  readonly sure: boolean;
}

type Who = OwnIdentity['kindOf'];

/** Longer ones are nobody’s name, and comparing them letter by letter would take long. */
const longestWord = 40;
const longestHandle = 30;
/** No post is this long. Behind it only whole names are sought, so that a long draft costs nobody else their time. */
const closely = 4_000;
const longestName = 24;

/** Whether words tell who somebody is. */
export const tellsWho = (words: string, self: OwnIdentity): boolean =>
  findOwnPieces(unmask(words).text, self).length > 0;

/** Every place of a text that tells who its writer is. The text is unmasked already. */
export function findOwnPieces(text: string, { kindOf }: OwnIdentity): OwnPiece[] {
  const tokens = readTokens(text);
  const inWords = tokens.map((token) => inWord(token, kindOf));
  const together = writtenApart(text, tokens, kindOf);
  return [
    ...inEmails(text, kindOf),
    ...inNumbers(text, kindOf),
    ...together,
    ...inWords.flatMap((found, at) => {
      if (!found) return [];
      const beside = [inWords[at - 1], inWords[at + 1]].some((next) => next && next.kind !== found.kind);
      return found.sure || beside || isNamedHere(text, tokens, at) ? [found] : [];
    }),
    ...tokens.flatMap((token) => inHandle(text, token, kindOf)),
  ];
}

function inWord(token: Token, kindOf: Who): Candidate | undefined {
  const { from, to } = token;
  for (const value of readingsOf(token)) {
    const kind = kindOf(`word:${value}`);
    if (kind) return { from, to, kind, sure: value.length > 3 && !isEverydayWord(value) };
  }
  if (from > closely) return undefined;
  const kind = readingsOf(token)
    .map((value) => misspelt(value, kindOf))
    .find((known) => known !== undefined);
  return kind && { from, to, kind, sure: true };
}

/** “Smith’s”, “L0velace”, “Looovelace”, “TeamSmith”, “smith93”. */
function readingsOf({ typed, value }: Token): string[] {
  const parts = typed.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u);
  const belonging = /['’ʼ`´]s$/u.test(typed) ? [value.slice(0, -1)] : [];
  const withDigits = /\p{L}/u.test(value) && /\p{N}/u.test(value) ? [digitsAsLetters(value)] : [];
  const drawnOut = value.replace(/(.)\1{2,}/gu, '$1');
  return [...new Set([value, ...belonging, ...withDigits, drawnOut, ...parts.map(foldWord)])].filter(
    (reading) => reading.length >= 2 && reading.length <= longestWord,
  );
}

const digitsAsLetters = (value: string): string =>
  value.replace(
    /[0134578]/g,
    (digit) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' })[digit] ?? digit,
  );

/** One letter wrong, missing, too many, or changed places with its neighbour; an everyday word is just that. */
function misspelt(value: string, kindOf: Who): OwnPieceKind | undefined {
  if (value.length < misspeltFrom - 1 || isEverydayWord(value)) return undefined;
  const less = oneLetterLess(value);
  const asked = [
    `less:${value}`,
    ...(value.length >= misspeltFrom ? less.map((shorter) => `less:${shorter}`) : []),
    ...(value.length > misspeltFrom ? less.map((shorter) => `word:${shorter}`) : []),
  ];
  return asked.map(kindOf).find((kind) => kind !== undefined);
}

/** “O Brien”, “love_lace”, “ada.lovelace”, “L o v e l a c e”. */
function writtenApart(text: string, tokens: readonly Token[], kindOf: Who): OwnPiece[] {
  const found: OwnPiece[] = [];
  for (const [start, first] of tokens.entries()) {
    let value = first.value;
    const spelt = isOneLetter(first);
    for (let at = start + 1; at < tokens.length; at += 1) {
      const [before, token] = [tokens[at - 1], tokens[at]];
      if (!before || !token || token.from - before.to > 3 || /\n/.test(text.slice(before.to, token.from)))
        break;
      if (at - start >= joinedAtMost && !(spelt && isOneLetter(token))) break;
      value += token.value;
      if (value.length > longestName) break;
      if (value.length < shortestTogether || isEverydayWord(value)) continue;
      const kind = kindOf(`word:${value}`);
      if (kind) found.push({ kind, from: first.from, to: token.to });
    }
  }
  return found;
}

const isOneLetter = ({ typed }: Token): boolean => /^.\p{M}*$/u.test(typed);

/** In @ and # people write words without a gap: every stretch of it is looked at. */
function inHandle(text: string, { value, from, to }: Token, kindOf: Who): OwnPiece[] {
  if (!/[@#]/.test(text.charAt(from - 1)) || value.length > longestHandle || from > closely) return [];
  for (let start = 0; start < value.length; start += 1)
    for (let end = start + misspeltFrom; end <= value.length; end += 1) {
      const stretch = value.slice(start, end);
      const kind = isEverydayWord(stretch) ? undefined : kindOf(`word:${stretch}`);
      if (kind) return [{ kind, from, to }];
    }
  return [];
}

const inEmails = (text: string, kindOf: Who): OwnPiece[] =>
  findEmailAddresses(text).flatMap(({ from, to }) => {
    const kind = kindOf(`mail:${mailValue(text.slice(from, to))}`);
    return kind ? [{ kind, from, to }] : [];
  });

const inNumbers = (text: string, kindOf: Who): OwnPiece[] =>
  digitRunsIn(text).flatMap((run) =>
    run.flatMap(({ from }, start) => {
      const last = run.slice(start, start + phoneDigits);
      const to = last.at(-1)?.to ?? from;
      const kind = last.length === phoneDigits && kindOf(`digits:${last.map(({ digit }) => digit).join('')}`);
      return kind ? [{ kind, from, to }] : [];
    }),
  );
