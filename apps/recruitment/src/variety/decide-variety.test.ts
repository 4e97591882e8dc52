import { seeded } from '@baton/testing';
import { describe, expect, it } from '@jest/globals';
import { decideVariety, type Group } from './decide-variety.js';

const group = (people: number, at: number): Group => ({ option: `option-${at}`, people });
const told = (sizes: readonly number[]) => decideVariety(sizes.map(group)).map(({ people }) => people);

/** Many small groups, because those are what matters. */
function* manySizes(): Generator<number[]> {
  const { below, chance } = seeded(20_261_127);
  for (let run = 0; run < 3_000; run += 1)
    yield Array.from({ length: below(8) }, () => below(chance(0.5) ? 14 : 300));
}
const everySize = [...manySizes()];
const hiddenOf = (sizes: readonly number[]): number[] => {
  const shown = told(sizes);
  return sizes.flatMap((_, at) => (shown[at] === null ? [at] : []));
};

describe('what is told of how varied people are', () => {
  it.each<{ sizes: number[]; shown: (number | null)[] }>([
    { sizes: [40, 32], shown: [40, 30] },
    { sizes: [40, 9], shown: [null, null] },
    { sizes: [40, 12, 9], shown: [40, null, null] },
    { sizes: [40, 33, 0], shown: [40, null, null] },
    { sizes: [40, 33, 1, 1], shown: [40, null, null, null] },
    { sizes: [40, 33, 6, 6], shown: [40, 35, null, null] },
    { sizes: [3], shown: [null] },
    { sizes: [], shown: [] },
    { sizes: [10, 10], shown: [10, 10] },
  ])('of $sizes is $shown', ({ sizes, shown }) => {
    expect(told(sizes)).toEqual(shown);
  });

  it('is never a number below ten, always a multiple of five, and within two of how many there are', () => {
    for (const sizes of everySize)
      for (const [at, people] of told(sizes).entries()) {
        if (people === null) continue;
        expect([people >= 10, people % 5, Math.abs(people - (sizes[at] ?? 0)) <= 2]).toEqual([true, 0, true]);
      }
  });

  it('hides every small group, and none alone', () => {
    for (const sizes of everySize) {
      const hidden = hiddenOf(sizes);
      for (const [at, people] of sizes.entries()) if (people < 10) expect(hidden).toContain(at);
      if (sizes.length > 1) expect(hidden).not.toHaveLength(1);
    }
  });

  it('leaves open how small a hidden group is, also to whoever knows how many there are in all', () => {
    let small = 0;
    for (const sizes of everySize) {
      const shown = JSON.stringify(told(sizes));
      const hidden = hiddenOf(sizes);
      for (const at of hidden.filter((one) => (sizes[one] ?? 0) < 10)) {
        const inAll = hidden.reduce((sum, one) => sum + (sizes[one] ?? 0), 0);
        if (hidden.length < 2 || inAll === 0) continue;
        // The same is told where one person of it is in another group, or one of another in it.
        const others = [...sizes.keys()].filter((other) => other !== at);
        const worlds = others.flatMap((other) => [moved(sizes, at, other), moved(sizes, other, at)]);
        expect(worlds.some((world) => world && JSON.stringify(told(world)) === shown)).toBe(true);
        small += 1;
      }
    }
    expect(small).toBeGreaterThan(1_000);
  });

  it('hides no more than it must: where every group has ten people, all are told', () => {
    for (const sizes of everySize) expect(hiddenOf(sizes.map((people) => people + 10))).toEqual([]);
  });
});

/** The same people, but one is in another group; undefined where there is nobody to move. */
const moved = (sizes: readonly number[], from: number, to: number): number[] | undefined =>
  (sizes[from] ?? 0) === 0
    ? undefined
    : sizes.map((people, at) => (at === from ? people - 1 : at === to ? people + 1 : people));
