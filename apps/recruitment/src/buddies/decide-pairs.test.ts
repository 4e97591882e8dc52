import type { CuratorId } from '@baton/contracts';
import { seeded } from '@baton/testing';
import { describe, expect, it } from '@jest/globals';
import { decidePairs } from './decide-pairs.js';

const id = (name: string) => name as CuratorId;
const waits = (...names: string[]) => names.map((name) => ({ curatorId: id(name), not: [] }));
const offers = (loads: Record<string, number>) =>
  Object.entries(loads).map(([name, looksAfter]) => ({ curatorId: id(name), looksAfter }));

describe('who gets which buddy', () => {
  it('gives whoever waits longest the one who looks after fewest', () => {
    expect(decidePairs(waits('a', 'b', 'c'), offers({ x: 0, y: 1 }))).toEqual([
      { newcomerId: 'a', buddyId: 'x' },
      { newcomerId: 'b', buddyId: 'x' },
      { newcomerId: 'c', buddyId: 'y' },
    ]);
  });

  it('gives nobody back whom they had before', () => {
    const waiting = [{ curatorId: id('a'), not: [id('x')] }];
    expect(decidePairs(waiting, offers({ x: 0, y: 2 }))).toEqual([{ newcomerId: 'a', buddyId: 'y' }]);
    expect(decidePairs(waiting, offers({ x: 0 }))).toEqual([]);
  });

  it('lets people wait where nobody is free', () => {
    expect(decidePairs(waits('a'), offers({ x: 3 }))).toEqual([]);
    expect(decidePairs(waits('a'), [])).toEqual([]);
  });

  it('never pairs anybody with themself, and never more than three with one, whoever asks (500 crowds)', () => {
    const chance = seeded(7);
    for (let crowd = 0; crowd < 500; crowd += 1) {
      const names = Array.from({ length: 1 + chance.below(8) }, (_, index) => `p${index}`);
      const waiting = names.filter(() => chance.chance(0.6));
      const loads = Object.fromEntries(
        names.filter(() => chance.chance(0.5)).map((name) => [name, chance.below(4)]),
      );
      const pairs = decidePairs(waits(...waiting), offers(loads));
      expect(pairs.every(({ newcomerId, buddyId }) => newcomerId !== buddyId)).toBe(true);
      for (const [name, load] of Object.entries(loads)) {
        const more = pairs.filter(({ buddyId }) => buddyId === name).length;
        expect(more === 0 || load + more <= 3).toBe(true);
      }
      expect(new Set(pairs.map(({ newcomerId }) => newcomerId)).size).toBe(pairs.length);
    }
  });
});
