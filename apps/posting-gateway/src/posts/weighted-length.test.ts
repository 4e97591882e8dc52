import { weightedLength } from '@baton/checks';
import { weighText } from '@baton/x-sandbox';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import twitterText from 'twitter-text';
import { everyEmoji } from '../rehearsal/every-emoji.js';
import { weightedSamples } from '../rehearsal/weighted-samples.js';

const emoji = everyEmoji();
/** Anything at all, halves of characters too, with what is special strewn in. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...weightedSamples.map(([, text]) => text).filter((text) => text.length < 200)),
      fc.constantFrom(...emoji),
      fc.constantFrom('\ufe0f', '\u200d', '\u20e3', '\u0301', '\ud83e', '.com', 'https://', '@', '#', ' '),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('counting a text as X does', () => {
  it.each(weightedSamples)('%s', (_, text, weight) => {
    expect(weightedLength(text)).toBe(weight);
    expect(weighText(text)).toBe(weight);
  });

  it('every emoji Unicode recommends weighs 2: alone, twice, in a sentence, and beside a link', () => {
    expect(emoji.length).toBeGreaterThan(3_700);
    const wrong = emoji.filter(
      (one) =>
        weightedLength(one) !== 2 ||
        weightedLength(one + one) !== 4 ||
        weightedLength(`Nap ${one}, then tea`) !== 16 ||
        weightedLength(`${one} example.org ${one}`) !== 29,
    );
    expect(wrong).toEqual([]);
  });

  it('is twitter-text’s own count wherever there is no emoji', () => {
    const withoutEmoji = anyText.filter((text) => !/\p{Emoji}\ufe0f|\p{Emoji_Presentation}/u.test(text));
    fc.assert(
      fc.property(withoutEmoji, (text) => {
        expect(weightedLength(text)).toBe(twitterText.parseTweet(text).weightedLength);
      }),
    );
  });

  it('is what the sandbox counts for any text at all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(weightedLength(text)).toBe(weighText(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('adds up a mixed post', () => {
    expect(weightedLength('Smoothie time 🥤, then a nap… https://example.org/recipe')).toBe(
      14 + 2 + 12 + 2 + 1 + 23,
    );
  });
});
