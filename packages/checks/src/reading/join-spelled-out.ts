import type { Sign } from './unmask.js';

/** Fewer than these are initials. */
const fewest = 4;
const gap = /^[\s.\-_*·•|/]$/u;
const letter = /^[\p{L}\p{Nd}]$/u;
const isLetter = (sign: Sign | undefined): boolean => sign !== undefined && letter.test(sign.text);

/**
 * `r o b i n` and `r.o.b.i.n` are words spelled out: letters that stand alone, each with the same gap after it. Digits alone
 * are numbers, and numbers have their own finders.
 */
export function joinSpelledOut(signs: readonly Sign[]): Sign[] {
  const joined: Sign[] = [];
  for (let at = 0; at < signs.length; ) {
    const { end, isWord } = spelledOutFrom(signs, at);
    const run = signs.slice(at, end);
    joined.push(...(isWord ? run.filter((_, index) => index % 2 === 0) : run));
    at = end;
  }
  return joined;
}

/** How far letters that stand alone reach from here, each with the same gap after it; at least one sign. */
function spelledOutFrom(
  signs: readonly Sign[],
  at: number,
): { readonly end: number; readonly isWord: boolean } {
  const between = signs[at + 1]?.text;
  if (!isLetter(signs[at]) || isLetter(signs[at - 1]) || between === undefined || !gap.test(between)) {
    return { end: at + 1, isWord: false };
  }
  let end = at + 1;
  let letters = /\p{L}/u.test(signs[at]?.text ?? '') ? 1 : 0;
  while (signs[end]?.text === between && isLetter(signs[end + 1]) && !isLetter(signs[end + 2])) {
    if (/\p{L}/u.test(signs[end + 1]?.text ?? '')) letters += 1;
    end += 2;
  }
  return { end, isWord: (end - at + 1) / 2 >= fewest && letters >= 2 };
}
