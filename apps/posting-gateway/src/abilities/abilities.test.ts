import { Ability } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { abilities } from './abilities.js';
import { ListAbilities } from './list-abilities.js';

const sentencesOf = (words: string) => words.split(/(?<=[.!?])\s+/);
const wordsOf = (sentence: string) => sentence.split(/\s+/);
/** Groups of vowels, less a silent e: near enough for a mean. */
const syllablesOf = (word: string) =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .replace(/e$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  );

/** The Flesch-Kincaid grade. Somebody of eleven is in the sixth. */
function gradeOf(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentencesOf(text).length) + 11.8 * (syllables / words.length) - 15.59;
}

describe('what one can do with the account', () => {
  it('is told of everything somebody may look for, in the same order for everybody', async () => {
    const answer = await new ListAbilities().handle();
    const told = answer.ok ? answer.value.abilities : [];
    expect(told.map(({ ability }) => ability)).toEqual(Ability.options);
    expect(told.filter(({ available }) => !available).map(({ ability }) => ability)).toEqual(
      expect.arrayContaining(['quote', 'like', 'follow', 'directMessages', 'video', 'pin']),
    );
  });

  it.each(Object.entries(abilities))(
    'is said of %s so that somebody of eleven understands it',
    (_, { words }) => {
      for (const sentence of sentencesOf(words)) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(wordsOf(sentence).length).toBeLessThanOrEqual(15);
      }
      expect(gradeOf(words)).toBeLessThanOrEqual(6.5);
    },
  );

  it.each(Object.entries(abilities))('names a next step where %s is not there', (_, { through, words }) => {
    if (through === null) expect(sentencesOf(words).length).toBeGreaterThan(1);
  });
});
