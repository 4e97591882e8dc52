/** Characters that take no room on a screen: a way of hiding an address from a machine. */
const zeroWidth = /^(?:[\u00ad\u200b-\u200d\u2060\ufeff]|\ufe0f)$/u;

/** A text as a machine should read it, and the way back to where each character stood. */
export interface Unmasked {
  readonly text: string;
  /** The span of the original that this span of `text` came from. */
  spanOf(from: number, to: number): { from: number; to: number };
}

/** Takes off disguises that a reader does not notice: full-width forms, ligatures, invisible characters. */
export function unmask(original: string): Unmasked {
  let text = '';
  const cameFrom: number[] = [];
  let at = 0;
  for (const character of original) {
    if (!zeroWidth.test(character)) {
      const plain = character.normalize('NFKC');
      text += plain;
      for (let unit = 0; unit < plain.length; unit += 1) cameFrom.push(at);
    }
    at += character.length;
  }
  cameFrom.push(original.length);
  return {
    text,
    spanOf: (from, to) => {
      const last = cameFrom[to - 1] ?? 0;
      const lastLength = String.fromCodePoint(original.codePointAt(last) ?? 0).length;
      return { from: cameFrom[from] ?? 0, to: last + lastLength };
    },
  };
}
