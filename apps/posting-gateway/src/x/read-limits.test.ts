import { describe, expect, it } from '@jest/globals';
import { readLimits } from './read-limits.js';

const now = new Date('2026-11-28T10:00:00.000Z');
const inS = (seconds: number) => String(now.getTime() / 1000 + seconds);

describe('what an answer of X says about its limits', () => {
  it('is how much is left of each, and until when', () => {
    const headers = {
      ...{ 'x-rate-limit-limit': '100', 'x-rate-limit-remaining': '99', 'x-rate-limit-reset': inS(900) },
      'x-user-limit-24hour-limit': '50',
      'x-user-limit-24hour-remaining': '2',
      'x-user-limit-24hour-reset': inS(7_200),
    };
    expect(readLimits(headers, now)).toEqual([
      { period: 'window', allowed: 100, remaining: 99, resetsInMs: 901_000 },
      { period: 'userDay', allowed: 50, remaining: 2, resetsInMs: 7_201_000 },
    ]);
  });

  it('is counted by X’s clock, however wrong this host’s is', () => {
    const headers = {
      date: 'Sat, 28 Nov 2026 11:30:00 GMT',
      ...{ 'x-rate-limit-limit': '100', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': inS(5_410) },
    };
    expect(readLimits(headers, now)).toMatchObject([{ resetsInMs: 11_000 }]);
  });

  it.each([
    ['says nothing', {}],
    ['leaves something out', { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': inS(900) }],
    [
      'says what is no number',
      { 'x-rate-limit-limit': '100', 'x-rate-limit-remaining': 'few', 'x-rate-limit-reset': inS(9) },
    ],
  ])('is nothing where X %s', (_, headers) => {
    expect(readLimits(headers, now)).toEqual([]);
  });
});
