import type { Speech } from '../../language/speech.js';
import type { Span } from '../../reading/span.js';

/** A word of a speech, or the end of a sentence, and where in `speech.text` it stands. */
export interface WordSaid extends Span {
  readonly word: string;
}

export const wordsSaid = ({ text }: Speech): WordSaid[] =>
  [...text.matchAll(/[^ ]+/gu)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }));
