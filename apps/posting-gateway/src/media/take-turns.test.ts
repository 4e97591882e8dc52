import { describe, expect, it } from '@jest/globals';
import { TakeTurns } from './take-turns.js';

/** Work that ends when it is told to. */
function work() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, ended };
}

describe('taking turns', () => {
  it('lets two people work at once, of each one thing at a time, and the others in the order they came', async () => {
    const turns = new TakeTurns();
    const began: string[] = [];
    const works = ['ann 1', 'ann 2', 'ben 1', 'cem 1'].map((name) => ({ name, ...work() }));
    const done = works.map(({ name, ended }) =>
      turns.of(name.slice(0, 3), async () => {
        began.push(name);
        await ended;
      }),
    );
    expect(began).toEqual([]);
    await Promise.resolve();
    expect(began).toEqual(['ann 1', 'ben 1']);
    works[2]?.end();
    await done[2];
    expect(began).toEqual(['ann 1', 'ben 1', 'cem 1']);
    for (const { end } of works) end();
    await Promise.all(done);
    expect(began).toEqual(['ann 1', 'ben 1', 'cem 1', 'ann 2']);
  });

  it('tells one who has very much waiting that it is busy, and lets another in', async () => {
    const turns = new TakeTurns();
    const held = work();
    const anns = Array.from({ length: 5 }, () => turns.of('ann', () => held.ended));
    expect(await turns.of('ann', async () => 'in')).toBe('busy');
    expect(await turns.of('ben', async () => 'in')).toBe('in');
    held.end();
    await Promise.all(anns);
    expect(await turns.of('ann', async () => 'in')).toBe('in');
  });

  it('goes on after work that failed', async () => {
    const turns = new TakeTurns();
    await expect(turns.of('ann', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.of('ann', async () => 'in')).toBe('in');
  });
});
