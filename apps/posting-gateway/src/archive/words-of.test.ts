import { describe, expect, it } from '@jest/globals';
import { queryFor, wordsOf } from './words-of.js';

describe('the words by which the archive is searched', () => {
  it('are small letters without accents, each once, in any script', () => {
    expect(wordsOf('Café, CAFÉ! Blinddarm-OP 2026 日本')).toEqual([
      'cafe',
      'blinddarm',
      'op',
      '2026',
      '日本',
    ]);
  });

  it.each([
    ['Tired legs', "'tired':* & 'legs':*"],
    ["o'clock & | ! :* <-> \\ '", "'o':* & 'clock':*"],
    ["'); DROP TABLE post; --", "'drop':* & 'table':* & 'post':*"],
  ])('%s', (typed, query) => {
    expect(queryFor(typed)).toBe(query);
  });

  it('finds nothing to look for in signs alone, and no more than ten words', () => {
    expect(queryFor(' … !? ')).toBeUndefined();
    expect(queryFor('a b c d e f g h i j k l')?.split('&')).toHaveLength(10);
  });
});
