import { foldAccents } from './fold-accents.js';

/** Finds any of these words or phrases, whole, in text whose accents are folded. */
export function wholeWords(words: readonly string[]): RegExp {
  const alternatives = words.map((word) => foldAccents(word).split(/\s+/).map(literally).join('\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** A hyphen means nothing here, and with the flag `u` one that is escaped is no pattern at all. */
const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
