/**
 * What letters of other alphabets, and digits, look like in Latin: the pairs that occur in names, after Unicode's
 * "confusables" (UTS #39). Not the whole list: a false alarm costs an operator a glance, a missing one costs trust.
 */
const looksLike: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  н: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ѵ: 'v',
  ԝ: 'w',
  г: 'r',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  γ: 'y',
  // Digits and signs
  0: 'o',
  1: 'l',
  3: 'e',
  4: 'a',
  5: 's',
  8: 'b',
  '|': 'l',
  $: 's',
  '@': 'a',
  // Letters that are hard to tell apart
  i: 'l',
  ı: 'l',
  ł: 'l',
  ø: 'o',
  đ: 'd',
};

/** Greek capitals whose small letters look like others: Η is like H, and η like n. */
const capitals: Readonly<Record<string, string>> = { Η: 'h', Μ: 'm', Ν: 'n', Υ: 'y', Ζ: 'z' };

/** Pairs of letters that look like one. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
];

/**
 * What is left of a name at a glance: two names with the same skeleton look the same to somebody who is not looking twice.
 * Accents, spaces, hyphens and what cannot be seen are no difference.
 */
export function nameSkeleton(name: string): string {
  const letters = [...name.normalize('NFKD')]
    .map((letter) => capitals[letter] ?? letter.toLowerCase())
    .map((letter) => looksLike[letter] ?? letter)
    .map((letter) => looksLike[letter] ?? letter)
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter) && !/\p{Default_Ignorable_Code_Point}/u.test(letter))
    .join('');
  return pairs.reduce((text, [pair, one]) => text.replace(pair, one), letters);
}
