import { lists } from '../lists.js';
import { familiesOf } from './word-families.js';

const people = new Set(lists.person.split('|'));
const number = /^\d+$/u;
const longEnoughToShorten = 6;

/**
 * What the learned reader goes by: each word, the beginnings of long ones, each two beside each other, and each two with one
 * between them. “hurting”, “hurts” and “hurt” are one word here; so are all people who are near to somebody, and all numbers.
 * Beside the words themselves, the parts they play together: somebody else, hurting, a body.
 */
export function marksOfSpeech(words: readonly string[]): string[] {
  const stems = words.map(stem);
  const marks = stems.flatMap((word, at) => {
    const [next, afterNext] = [stems[at + 1], stems[at + 2]];
    return [
      ...(word === '.' ? [] : [word]),
      ...(word.length >= longEnoughToShorten ? [`${word.slice(0, 5)}~`] : []),
      ...(next === undefined ? [] : [`${word} ${next}`]),
      ...(afterNext === undefined ? [] : [`${word} _ ${afterNext}`]),
    ];
  });
  return [...new Set([...marks, ...familyMarks(words)])];
}

/** The parts that are played in a sentence, each and each two together, in whatever words. */
function familyMarks(words: readonly string[]): string[] {
  const sentences = words.join(' ').split(' . ');
  return sentences.flatMap((sentence) => {
    const families = [...new Set(sentence.split(' ').flatMap(familiesOf))].sort();
    return families.flatMap((one, at) => [
      `#${one}`,
      ...families.slice(at + 1).map((other) => `#${one} #${other}`),
    ]);
  });
}

function stem(word: string): string {
  if (people.has(word)) return '<person>';
  if (number.test(word)) return '%';
  if (word.length >= longEnoughToShorten) return word.replace(/(?:ings?|ed|es|s|ly)$/u, '');
  return word.length > 3 ? word.replace(/s$/u, '') : word;
}
