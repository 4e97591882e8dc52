import { describe, expect, it } from '@jest/globals';
import { readingOf } from './reading-age.js';

const easy =
  'You can rest at any time. Press the big button and put the phone down. Nobody will ask you why. When you feel up to it, press the button again. Your words are all still there.';
const hard =
  'Notwithstanding the aforementioned considerations, participants experiencing significant deterioration should immediately discontinue all communications and subsequently notify the responsible organisational representative.';

describe('how hard a text is to read', () => {
  it('tells what a child reads from what a lawyer writes', () => {
    expect(readingOf(easy).age).toBeLessThan(9);
    expect(readingOf(`${hard} ${hard}`).age).toBeGreaterThan(20);
  });

  it('names the sentences that are too long, longest first', () => {
    const long = `I ${'really '.repeat(22)}mean it.`;
    const longer = `I ${'really '.repeat(30)}mean it.`;
    expect(readingOf(`${easy}\n${long} ${longer}`).hard).toEqual([
      { sentence: longer, words: 33 },
      { sentence: long, words: 25 },
    ]);
  });

  it('says nothing of a few words', () => {
    expect(readingOf('Hello there.')).toEqual({ age: null, hard: [] });
    expect(readingOf('')).toEqual({ age: null, hard: [] });
  });

  it('takes a list for sentences, not for one long one', () => {
    const list = Array.from({ length: 12 }, () => 'a cup of tea').join('\n');
    expect(readingOf(list).hard).toEqual([]);
  });

  it('reads 100 kB in a moment', () => {
    expect(readingOf('x'.repeat(100_000)).age).toBeNull();
    expect(readingOf('a.'.repeat(50_000)).hard.length).toBeLessThanOrEqual(5);
  });
});
