import { describe, expect, it } from '@jest/globals';
import { waitMsAfter429 } from './wait-for-x.js';

const now = new Date('2026-11-28T10:00:00.000Z');
const inS = (seconds: number) => String(now.getTime() / 1000 + seconds);

describe('how long to leave X alone after a 429', () => {
  it.each([
    ['until the window resets', { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': inS(300) }, 301_000],
    [
      'until the window resets, though X does not say what is left',
      { 'x-rate-limit-reset': inS(20) },
      21_000,
    ],
    [
      'until the user’s day is over, when that is what is used up',
      {
        'x-rate-limit-remaining': '12',
        'x-rate-limit-reset': inS(300),
        'x-user-limit-24hour-remaining': '0',
        'x-user-limit-24hour-reset': inS(7_200),
      },
      7_201_000,
    ],
    [
      'until the later of two limits',
      {
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': inS(300),
        'x-app-limit-24hour-remaining': '0',
        'x-app-limit-24hour-reset': inS(60),
      },
      301_000,
    ],
    ['as many seconds as retry-after says', { 'retry-after': '7' }, 7_000],
    ['until the date retry-after names', { 'retry-after': 'Sat, 28 Nov 2026 10:02:00 GMT' }, 120_000],
    ['a minute when X says nothing', {}, 60_000],
    ['at least a second', { 'retry-after': '0' }, 1_000],
    ['no longer than a day and an hour', { 'retry-after': '9999999' }, 25 * 3_600_000],
  ])('waits %s', (_, headers, waitMs) => {
    expect(waitMsAfter429(headers, now)).toBe(waitMs);
  });

  it('counts by X’s clock, so that a host 90 minutes behind does not wait 90 minutes too long', () => {
    const headers = { date: 'Sat, 28 Nov 2026 11:30:00 GMT', 'x-rate-limit-reset': inS(90 * 60 + 10) };
    expect(waitMsAfter429(headers, now)).toBe(11_000);
  });
});
