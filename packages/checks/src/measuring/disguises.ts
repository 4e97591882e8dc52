/** Ways in which people write a word so that a machine does not see it, or because a hand does not do as it is told. */
export const disguises: Readonly<Record<string, (word: string) => string>> = {
  asItIs: (word) => word,
  small: (word) => word.toLowerCase(),
  loud: (word) => word.toUpperCase(),
  withoutAccents: (word) => word.normalize('NFD').replace(/\p{M}/gu, ''),
  decomposed: (word) => word.normalize('NFD'),
  spaced: (word) => [...word].join(' '),
  dotted: (word) => [...word].join('.'),
  dashed: (word) => [...word].join('-'),
  zeroWidth: (word) => [...word].join('\u200b'),
  softHyphens: (word) => [...word].join('\u00ad'),
  fullWidth: (word) => word.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  mathematical: (word) => word.replace(/[a-z]/gi, (letter) => letterIn(letter, 0x1d400, 0x1d41a)),
  script: (word) => word.replace(/[a-z]/gi, (letter) => letterIn(letter, 0x1d4d0, 0x1d4ea)),
  underlined: (word) => [...word].join('\u0332'),
  belonging: (word) => `${word}’s`,
  hashtag: (word) => `#${word.replace(/[^\p{L}\p{N}]/gu, '')}`,
  drawnOut: (word) => word.replace(/([aeiou])(?!.*[aeiou])/iu, '$1$1$1$1'),
};

/** Those that change the word itself: not for short words, of which too little would be left. */
export const slips: Readonly<Record<string, (word: string, at: number) => string>> = {
  letterMissing: (word, at) => word.slice(0, at) + word.slice(at + 1),
  letterDoubled: (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at),
  letterWrong: (word, at) => `${word.slice(0, at)}x${word.slice(at + 1)}`,
  lettersSwapped: (word, at) =>
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
};

function letterIn(letter: string, capitals: number, smalls: number): string {
  const code = letter.charCodeAt(0);
  return String.fromCodePoint(code >= 97 ? smalls + code - 97 : capitals + code - 65);
}
