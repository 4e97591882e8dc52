import type { Sign } from './unmask.js';

/**
 * Letters of other alphabets that look like Latin ones: from Unicode's list of confusables (UTS 39, version 16.0), kept to
 * those that nobody can tell apart.
 */
const alike: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    a: 'аɑα',
    b: 'Ьḅ',
    c: 'сϲ',
    d: 'ԁɗ',
    e: 'еҽє',
    f: 'ƒ',
    g: 'ɡ',
    h: 'һհ',
    i: 'іɩι',
    j: 'јϳ',
    k: 'кκ',
    l: 'ӏاⅼ',
    m: 'м',
    n: 'ոпη',
    o: 'оοօ',
    p: 'рρ',
    q: 'ԛ',
    r: 'гᴦ',
    s: 'ѕ',
    t: 'тτ',
    u: 'υս',
    v: 'ѵν',
    w: 'ԝωш',
    x: 'хχ',
    y: 'уγү',
    z: 'ᴢ',
    A: 'АΑ',
    B: 'ВΒ',
    C: 'СϹ',
    E: 'ЕΕ',
    H: 'НΗ',
    I: 'ІΙ',
    J: 'Ј',
    K: 'КΚ',
    M: 'МΜ',
    N: 'Ν',
    O: 'ОΟ',
    P: 'РΡ',
    S: 'Ѕ',
    T: 'ТΤ',
    X: 'ХΧ',
    Y: 'УΥ',
    Z: 'Ζ',
    0: 'Ѳ',
    3: 'З',
  }).flatMap(([latin, others]) => Array.from(others, (other) => [other, latin])),
);

const latin = /^[\p{Script=Latin}\p{Nd}@]$/u;
const letter = /^[\p{L}\p{M}\p{Nd}@]$/u;

/** In a word that has Latin letters in it, letters that look like Latin ones are. A word without any is another language. */
export function latinFor(signs: readonly Sign[]): Sign[] {
  const read: Sign[] = [];
  for (let from = 0; from < signs.length; ) {
    let to = from;
    let hasLatin = false;
    while (to < signs.length && letter.test(signs[to]?.text ?? '')) {
      hasLatin ||= latin.test(signs[to]?.text ?? '');
      to += 1;
    }
    to = Math.max(to, from + 1);
    for (const sign of signs.slice(from, to)) {
      const plain = hasLatin ? alike[sign.text] : undefined;
      read.push(plain ? { ...sign, text: plain } : sign);
    }
    from = to;
  }
  return read;
}
