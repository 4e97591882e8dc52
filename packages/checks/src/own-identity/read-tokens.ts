import type { Span } from '../reading/span.js';
import { foldWord } from './fold-word.js';

/** A word of a text: letters, digits and the apostrophes between them. */
export interface Token extends Span {
  readonly typed: string;
  /** As it is compared. */
  readonly value: string;
}

const word = /[\p{L}\p{N}\p{M}]+(?:['’ʼ`´][\p{L}\p{N}\p{M}]+)*/gu;

export const readTokens = (text: string): Token[] =>
  [...text.matchAll(word)].map(({ 0: typed, index }) => ({
    ...{ typed, from: index, to: index + typed.length },
    value: foldWord(typed),
  }));

const spelt = new Set(['at', 'dot', 'punkt']);

/** An address however its signs are written: robin.smith@example.org and “robin smith (at) example dot org” are one. */
export const mailValue = (address: string): string =>
  readTokens(address)
    .map(({ value }) => value)
    .filter((value) => !spelt.has(value))
    .join('');
