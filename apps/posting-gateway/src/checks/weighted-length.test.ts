import { describe, expect, it } from '@jest/globals';
import { weightedLength } from './weighted-length.js';

describe('counting a text as X does', () => {
  it.each([
    ['a letter', 'a', 1],
    ['an accent, composed or not', 'e\u0301', 1],
    ['an ideograph', '字', 2],
    ['a plain emoji', '🙂', 2],
    ['a heart being mended (joined)', '❤️‍🩹', 2],
    ['a person in a wheelchair (joined)', '🧑‍🦽', 2],
    ['a family (joined)', '👨‍👩‍👧‍👦', 2],
    ['a flag', '🇬🇧', 2],
    ['a flag of a nation (tags)', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 2],
    ['a key', '1️⃣', 2],
    ['a skin tone', '👍🏽', 2],
    ['an ellipsis', '…', 2],
    ['a euro', '€', 2],
    ['a link of any length', `https://example.org/${'a'.repeat(200)}`, 23],
    ['a bare domain', 'example.com', 23],
    ['a link with an emoji behind it', 'https://example.org 🧑‍🦽', 26],
    ['nothing', '', 0],
  ])('%s', (_, text, weight) => {
    expect(weightedLength(text)).toBe(weight);
  });

  it('adds up a mixed post', () => {
    expect(weightedLength('Smoothie time 🥤, then a nap… https://example.org/recipe')).toBe(
      14 + 2 + 12 + 2 + 1 + 23,
    );
  });
});
