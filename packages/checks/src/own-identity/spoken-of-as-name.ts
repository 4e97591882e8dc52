import type { Token } from './read-tokens.js';

const introducing =
  /(?:\bi am|\bi['’]?m|\bname(?: is|['’]s|:)|\bcall(?:ed)?(?: me)?|\bthis is|\bit['’]s|\bsigned,?)\s+$/iu;
const addressing = /\b(?:mr|mrs|ms|miss|mx|dr|prof|sir|dear)\.?\s+$/iu;
const saying = /^\s+(?:here\b|speaking\b|x+\b)/iu;
/** Before a month no name is meant: “in May”, “5 May”. */
const ofTheCalendar =
  /(?:\b(?:in|by|since|until|till|last|next|this|early|late|mid|every|each|of|from|before|after|to)|\d(?:st|nd|rd|th)?)\s+$/iu;
const months = new Set([
  'may',
  'june',
  'april',
  'august',
  'january',
  'jan',
  'jun',
  'march',
  'mar',
  'avril',
  'juli',
  'juin',
]);

/**
 * Whether a word that is an everyday word as well (May, Will, Rose) is a name where it stands: with a capital in the
 * middle of a sentence, after “I am” or “call me”, or alone, as one signs.
 */
export function isNamedHere(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const before = text.slice(Math.max(0, token.from - 24), token.from);
  const after = text.slice(token.to, token.to + 12);
  if (months.has(token.value) && (ofTheCalendar.test(before) || /^,?\s+\d/.test(after))) return false;
  if (introducing.test(before) || addressing.test(before) || saying.test(after)) return true;
  if (!/^\p{Lu}/u.test(token.typed)) return false;
  const begins = /(?:^|[.!?…:;\n"“”'‘([*•>–—-])\s*$/u.test(before) || token.from === 0;
  if (begins) return standsAlone(before, after, token, text);
  return !isShouted(tokens, at);
}

/** “Thank you all. Rose x” */
const standsAlone = (before: string, after: string, token: Token, text: string): boolean =>
  token.from > 0 &&
  /[\s–—-]$/u.test(before) &&
  (/^\s*(?:[.!]?\s*(?:\n|$)|x+\b)/iu.test(after) || token.to === text.length);

/** Where everything is in capitals, a capital tells nothing. */
function isShouted(tokens: readonly Token[], at: number): boolean {
  const isLoud = (token: Token | undefined) =>
    token !== undefined && token.typed.length > 1 && token.typed === token.typed.toUpperCase();
  return isLoud(tokens[at]) && (isLoud(tokens[at - 1]) || isLoud(tokens[at + 1]));
}
