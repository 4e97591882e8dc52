import { describe, expect, it } from '@jest/globals';
import { xPostNamed } from './x-post-named.js';

describe('which post on X a person means', () => {
  it.each([
    ['its number', '2063000000000000001'],
    ['its link', 'https://x.com/shine_ms/status/2063000000000000001'],
    ['an old link with other letters', 'https://www.twitter.com/Shine_MS/status/2063000000000000001?s=20'],
    ['a link to one of its pictures', 'https://x.com/shine_ms/status/2063000000000000001/photo/1'],
    ['a link without the account', 'https://x.com/i/web/status/2063000000000000001'],
  ])('is told by %s', (_, named) => {
    expect(xPostNamed(named, 'shine_ms')).toBe('2063000000000000001');
  });

  it.each([
    ['nothing', ''],
    ['words', 'the one about naps'],
    ['a post of somebody else', 'https://x.com/anna/status/2063000000000000001'],
    ['another site', 'https://x.com.example/shine_ms/status/2063000000000000001'],
    ['a number and more', '2063000000000000001; --'],
    ['a number too long', '2'.repeat(21)],
  ])('is not told by %s', (_, named) => {
    expect(xPostNamed(named, 'shine_ms')).toBeUndefined();
  });
});
