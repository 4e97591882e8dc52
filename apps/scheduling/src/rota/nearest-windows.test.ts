import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cpuMs } from '../rehearsal/cpu-ms.js';
import { nearestWindows } from './nearest-windows.js';

const span = (hour: number) => ({
  opensAt: new Date(hour * 3_600_000),
  closesAt: new Date((hour + 1) * 3_600_000),
});
const nearest = (booked: number[], windows: number[]) => nearestWindows(booked.map(span), windows.map(span));

describe('the windows nearest to booked slots', () => {
  it('are each one’s own', () => {
    expect(nearest([10, 13], [11])).toEqual([0, undefined]);
    expect(nearest([10, 11], [2, 10, 30])).toEqual([0, 1]);
    expect(nearest([5], [])).toEqual([undefined]);
    expect(nearest([], [1])).toEqual([]);
  });

  it('leave those who stay where they are, and nobody overtakes them', () => {
    const windows = [1, 10, 20].map(span);
    expect(nearestWindows([span(9), { ...span(10), staying: 1 }, span(11)], windows)).toEqual([0, 1, 2]);
    expect(nearestWindows([{ ...span(10), staying: 1 }, span(11)], windows.slice(0, 2))).toEqual([
      1,
      undefined,
    ]);
  });

  it('keep the order, find as many as can be, and are together as near as any other way', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 5 });
    const sorted = hours.map((all) => all.sort((one, other) => one - other));
    fc.assert(
      fc.property(sorted, sorted, (booked, windows) => {
        const found = nearest(booked, windows);
        const places = found.filter((at) => at !== undefined);
        expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
        expect(places).toHaveLength(Math.min(booked.length, windows.length));
        const far = found.reduce<number>(
          (sum, at, index) =>
            sum + (at === undefined ? 0 : Math.abs((windows[at] ?? 0) - (booked[index] ?? 0))),
          0,
        );
        expect(far).toBe(leastDistance(booked, windows));
      }),
      { numRuns: 500 },
    );
  });

  it('are found at once for a year and a half of days', () => {
    const windows = Array.from({ length: 550 }, (_, at) => at * 24);
    const booked = windows.slice(0, 100).map((hour) => hour + 5);
    expect(cpuMs(() => nearest(booked, windows))).toBeLessThan(500);
  });
});

/** By trying every way. */
function leastDistance(booked: readonly number[], windows: readonly number[]): number {
  const places = Math.min(booked.length, windows.length);
  const ways = (one: readonly number[], other: readonly number[], left: number): number => {
    if (left === 0) return 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i + left <= one.length; i += 1)
      for (let j = 0; j + left <= other.length; j += 1)
        least = Math.min(
          least,
          Math.abs((one[i] ?? 0) - (other[j] ?? 0)) + ways(one.slice(i + 1), other.slice(j + 1), left - 1),
        );
    return least;
  };
  return ways(booked, windows, places);
}
