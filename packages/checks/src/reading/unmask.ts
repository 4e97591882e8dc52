import { joinSpelledOut } from './join-spelled-out.js';
import { latinFor } from './look-alikes.js';

/** A text as a machine should read it, and the way back to where each character stood. */
export interface Unmasked {
  readonly text: string;
  /** The span of the original that this span of `text` came from. */
  spanOf(from: number, to: number): { from: number; to: number };
}

/** One character on its way, and where in the original it came from: UTF-16 offsets, `to` exclusive. */
export interface Sign {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Characters that take no room on a screen: a way of hiding an address from a machine. */
const zeroWidth =
  /^(?:[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|\u034f|[\ufe00-\ufe0f])$/u;
const mark = /^\p{Mn}$/u;
/** A ring, a square or a key drawn round a letter or a digit. */
const frame = /^\p{Me}$/u;

/** More marks than these no letter of any language has (UAX 15, Stream-Safe Text Format). */
const mostMarks = 30;
/** What stands for more letters than these (ﷺ for eighteen) hides no word, and would make a long text many times longer. */
const mostLetters = 4;

/**
 * Takes off disguises that a reader does not notice: full-width and mathematical letters, ligatures, invisible characters,
 * lines through and under letters, letters of another alphabet in the middle of a word, and words spelled out with gaps.
 * Text in another alphabet stays what it is. Linear in the length of the text.
 */
export function unmask(original: string): Unmasked {
  const signs = joinSpelledOut(latinFor(withoutOrnaments(original)));
  const cameFrom: Sign[] = [];
  let text = '';
  for (const sign of signs) {
    text += sign.text;
    for (let unit = 0; unit < sign.text.length; unit += 1) cameFrom.push(sign);
  }
  return {
    text,
    spanOf: (from, to) => ({ from: cameFrom[from]?.from ?? 0, to: cameFrom[to - 1]?.to ?? original.length }),
  };
}

function withoutOrnaments(original: string): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  for (const character of original) {
    const from = at;
    at += character.length;
    if (zeroWidth.test(character) || frame.test(character)) continue;
    const before = signs.at(-1);
    if (mark.test(character) && before) {
      signs[signs.length - 1] = { text: marked(before, character), from: before.from, to: at };
      continue;
    }
    for (const plain of lettersOf(character)) signs.push({ text: plain, from, to: at });
  }
  return signs;
}

function lettersOf(character: string): string {
  const plain = character.normalize('NFKC');
  return plain.length > mostLetters ? character : plain;
}

/** A mark that makes no letter of its own is a line, a dot or a tower of them; only other alphabets need those. */
function marked({ text, from, to }: Sign, mark: string): string {
  if (text.length > mostMarks) return text;
  const composed = (text + mark).normalize('NFC');
  if (!/^\p{Script=Latin}/u.test(text)) return composed;
  const isTower = to - from > 1;
  if (isTower || composed.length > text.length) return isTower ? text.normalize('NFD').charAt(0) : text;
  return composed;
}
