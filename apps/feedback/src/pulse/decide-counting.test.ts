import { describe, expect, it } from '@jest/globals';
import { countOneMore, limits, type Place } from './decide-counting.js';

const start = new Date('2026-11-30T09:00:00.000Z');

/** How many of answers that come so many ms apart count. */
function countedOf(answers: number, apartMs: number, rule = limits.near): number {
  let place: Place | undefined;
  let counted = 0;
  for (let at = 0; at < answers; at += 1) {
    const next = countOneMore(place, new Date(start.getTime() + at * apartMs), rule);
    if (next) counted += 1;
    place = next ?? place;
  }
  return counted;
}

describe('how many answers of one place count', () => {
  it.each([
    ['a family of four at once', 4, 0, 4],
    ['a waiting room: twenty within an hour and a half', 20, 5 * 60_000, 20],
    ['ten thousand within a second', 10_000, 0, 8],
    ['ten thousand within an hour', 10_000, 360, 19],
    ['ten thousand over the whole week', 10_000, 60_480, 40],
  ])('%s', (_what, answers, apartMs, counted) => {
    expect(countedOf(answers, apartMs)).toBe(counted);
  });

  it('does not grow beyond the burst while nobody answers', () => {
    const place = { counted: 8, allowance: 0, at: start };
    const next = countOneMore(place, new Date(start.getTime() + 6 * 86_400_000), limits.near);
    expect(next).toMatchObject({ counted: 9, allowance: limits.near.burst - 1 });
  });

  it('does not shrink where two clocks disagree', () => {
    const place = { counted: 1, allowance: 3, at: start };
    expect(countOneMore(place, new Date(start.getTime() - 60_000), limits.near)?.allowance).toBe(2);
  });
});
