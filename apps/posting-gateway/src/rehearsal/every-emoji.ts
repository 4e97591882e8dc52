/**
 * Unicode's list of emoji "recommended for general interchange", found by asking this Node's own tables about what could be
 * one: https://www.unicode.org/reports/tr51/#Emoji_Sets. The list grows with Node; of Unicode 17's, 3,893 are found.
 */
export function everyEmoji(): string[] {
  const alone = everyCodePoint().flatMap((sign) => [sign, `${sign}\ufe0f`]);
  const emoji = alone.filter(isEmoji);
  const joined = [
    ...pairsOf(adults, emoji),
    ...pairsOf(emoji, tails),
    ...pairsOf(adults, emoji).flatMap((pair) => tails.map((tail) => [...pair, tail])),
    ...pairsOf(emoji, genders).map((pair) => [...pair, '➡️']),
    ...inARow(people, 3),
    ...inARow(people, 4),
    ['🫱', '🫲'],
  ];
  const found = [
    ...emoji,
    ...emoji.flatMap(inEveryTone),
    ...[...'0123456789#*'].map((key) => `${key}\ufe0f\u20e3`),
    ...inARow(regionalIndicators, 2).map((letters) => letters.join('')),
    ...['gbeng', 'gbsct', 'gbwls'].map(flagOfNation),
    ...joined.filter(couldBeOne).flatMap(joinedInEveryTone),
  ];
  return [...new Set(found)].filter(isEmoji);
}

/** As a string: the compiler's target is older than the `v` flag. */
const anEmoji = '^\\p{RGI_Emoji}$';
const whole = new RegExp(anEmoji, 'v');
const isEmoji = (text: string): boolean => whole.test(text);
const joiner = '\u200d';
const [lightest, dark] = ['🏻', '🏾'];
const tones = [lightest, '🏼', '🏽', dark, '🏿'];

const adults = ['👨', '👩', '🧑'];
const people = [...adults, '👦', '👧', '🧒', '🤝', '❤️', '💋', '🐰', '🫯'];
const genders = ['♀️', '♂️'];
/** What makes another emoji of one that is no person, or turns a person round. */
const tails = [...genders, ...'🌈🦺⬛🔥💨💫🩹💥🟩🟫', ...'⚧☠❄🌫🗨↔↕➡'].map((tail) =>
  isEmoji(tail) ? tail : tail.replace(/\ufe0f?$/, '\ufe0f'),
);
const regionalIndicators = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x1f1e6 + index));

const everyCodePoint = (): string[] =>
  Array.from({ length: 0x20000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((sign) => /^\p{Emoji}$/u.test(sign));

const pairsOf = (ones: readonly string[], others: readonly string[]): string[][] =>
  ones.flatMap((one) => others.map((other) => [one, other]));

/** Every way to take so many of them, in order, with repetition. */
function inARow(from: readonly string[], count: number): string[][] {
  if (count === 0) return [[]];
  return from.flatMap((one) => inARow(from, count - 1).map((rest) => [one, ...rest]));
}

/** Some are emoji in one tone or in two different ones only. */
const couldBeOne = (parts: readonly string[]): boolean =>
  isEmoji(parts.join(joiner)) ||
  isEmoji(parts.map((part, index) => toned(part, index === 0 ? lightest : dark)).join(joiner)) ||
  isEmoji(parts.map((part) => toned(part, lightest)).join(joiner));

const takesTones = (part: string): boolean => /^\p{Emoji_Modifier_Base}/u.test(part);
const toned = (part: string, tone: string): string =>
  takesTones(part) ? part.replace(/\ufe0f$/, '') + tone : part;
const inEveryTone = (part: string): string[] =>
  takesTones(part) ? [part, ...tones.map((tone) => toned(part, tone))] : [part];

const joinedInEveryTone = (parts: readonly string[]): string[] =>
  parts
    .map(inEveryTone)
    .reduce<string[][]>((begun, next) => begun.flatMap((before) => next.map((one) => [...before, one])), [[]])
    .map((sequence) => sequence.join(joiner));

/** A black flag, the region's letters as tags, and the tag that ends them. */
const flagOfNation = (region: string): string =>
  `🏴${[...region].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('')}\u{e007f}`;
