import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import twitterText from 'twitter-text';
import { linksOnX } from './links-on-x.js';

const pieces = [
  ...['example.com', 'https://example.org/a?b=c#d', 'www.', 'co.uk', 'a.b', '@', '#', '$', '(', ')', '/'],
  ...[
    ' ',
    '\n',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u180e',
    '\u200b',
    '\u202a',
    '.',
    ',',
    '日本',
    'é',
    '🧑‍🦽',
  ],
];

describe('the links of a text', () => {
  it('are those that twitter-text finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        expect(linksOnX(text)).toEqual(
          twitterText.extractUrlsWithIndices(text).map(({ url, indices: [from, to] }) => ({ url, from, to })),
        );
      }),
      { numRuns: 5_000 },
    );
  });
});
