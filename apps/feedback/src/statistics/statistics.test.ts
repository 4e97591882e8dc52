import { describe, expect, it } from '@jest/globals';
import { inTens } from './in-tens.js';
import { mean, median } from './median.js';
import { pairedChange } from './paired-change.js';
import { tOf, withinT } from './students-t.js';
import { wilsonInterval } from './wilson.js';

describe('Student’s t', () => {
  /** Percentage points, two-sided 95 %: Fisher and Yates, Statistical Tables, table III. */
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [9, 2.262],
    [10, 2.228],
    [29, 2.045],
    [30, 2.042],
    [60, 2.0],
    [120, 1.98],
  ])('has the published point of %i degrees', (degrees, t) => {
    expect(tOf(0.95, degrees)).toBeCloseTo(t, degrees < 3 ? 2 : 3);
    expect(withinT(tOf(0.95, degrees), degrees)).toBeCloseTo(0.95, 10);
  });

  it('gives the interval of Student’s own example: hours of sleep gained by ten patients with two drugs', () => {
    // Student 1908, after Cushny and Peebles 1905; the interval as in R’s help for t.test(…, paired = TRUE) on `sleep`.
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const then = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const change = pairedChange(first.map((hours, index) => [hours, then[index] ?? Number.NaN] as const));
    expect(change?.mean).toBeCloseTo(1.58, 10);
    expect(change?.low).toBeCloseTo(0.7001142, 6);
    expect(change?.high).toBeCloseTo(2.4598858, 6);
  });

  it('says nothing of one person', () => {
    expect(pairedChange([[5, 3]])).toBeNull();
    expect(pairedChange([])).toBeNull();
  });
});

describe('Wilson’s interval', () => {
  /** Newcombe, “Two-sided confidence intervals for the single proportion”, Statistics in Medicine 17 (1998), table I, method 3. */
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is as published', (count, of, low, high) => {
    const interval = wilsonInterval(count, of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('stays within nought and one', () => {
    expect(wilsonInterval(0, 10).low).toBe(0);
    expect(wilsonInterval(10, 10).high).toBe(1);
  });
});

describe('middles', () => {
  it('are of the middle one, or between the two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
    expect(median([])).toBeNull();
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNull();
  });
});

const between = (one: ReadonlySet<number>, other: ReadonlySet<number>): number =>
  [...one].filter((each) => !other.has(each)).length + [...other].filter((each) => !one.has(each)).length;

describe('figures in tens', () => {
  const people = Array.from({ length: 47 }, (_, index) => index);

  it('leave out the last who do not make a ten yet', () => {
    expect(inTens(people, () => true)).toEqual(people.slice(0, 40));
    expect(inTens(people.slice(0, 9), () => true)).toEqual([]);
  });

  it('never differ by fewer than ten people, whichever two ranges somebody compares', () => {
    const ranges = people.flatMap((from) => people.slice(from).map((to) => [from, to] as const));
    const sets = ranges.map(([from, to]) => new Set(inTens(people, (one) => one >= from && one <= to)));
    const distinct = [...new Map(sets.map((set) => [[...set].join(), set])).values()];
    expect(distinct.length).toBeGreaterThan(5);
    for (const one of distinct)
      for (const other of distinct) if (one !== other) expect(between(one, other)).toBeGreaterThanOrEqual(10);
  });

  it('are as they were when somebody answers later', () => {
    expect(inTens([...people, 47, 48], () => true)).toEqual(inTens(people, () => true));
  });
});
