import { CostKind } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { type Costs, decideBudget, maySend } from './decide-budget.js';
import { forecast } from './forecast.js';
import { kindOfPost } from './kind-of-post.js';
import { priceList } from './price-list.js';
import { dollars, wordsForBudget, wordsForPost } from './words-for-costs.js';

const hourMs = 3_600_000;
const costs: Costs = {
  spentMicroUsd: 100,
  perhapsMicroUsd: 20,
  waitingMicroUsd: 30,
  softMicroUsd: null,
  hardMicroUsd: null,
};

describe('what X takes a post for', () => {
  it.each([
    ['Hello', false, 'post'],
    ['Look at https://example.org/a?b=c', false, 'postWithUrl'],
    ['example.com says so', false, 'postWithUrl'],
    ['Thank you!', true, 'summonedReply'],
    ['See example.com', true, 'postWithUrl'],
    ['It was 3.5 degrees. We went out.', false, 'post'],
    ['@jo #ms', false, 'post'],
  ] as const)('%j (answers a mention: %j) is a %s', (text, answersMention, kind) => {
    expect(kindOfPost({ text, answersMention })).toBe(kind);
  });
});

describe('the price list', () => {
  it('is X’s of April 2026 where nothing else is given, with everything that is counted in it', () => {
    const { asOf, microUsd } = priceList.parse(undefined);
    expect(asOf).toBe('2026-04-20');
    expect(Object.keys(microUsd).toSorted()).toEqual(CostKind.options.toSorted());
    expect(microUsd).toMatchObject({ post: 15_000, postWithUrl: 200_000 });
  });

  it('is the operator’s where they give one, and refused where it is none', () => {
    const own = priceList.parse(undefined);
    expect(priceList.parse(JSON.stringify({ ...own, asOf: '2027-01-01' })).asOf).toBe('2027-01-01');
    expect(priceList.safeParse('{').success).toBe(false);
    expect(priceList.safeParse('{"asOf":"2027-01-01","microUsd":{"post":-1}}').success).toBe(false);
  });
});

describe('a budget', () => {
  it('counts what is out, what may be out and what waits', () => {
    expect(decideBudget({ ...costs, hardMicroUsd: 160 }, 10)).toBe('fine');
    expect(decideBudget({ ...costs, hardMicroUsd: 160 }, 11)).toBe('hard');
    expect(decideBudget({ ...costs, softMicroUsd: 155, hardMicroUsd: 200 }, 6)).toBe('soft');
    expect(decideBudget(costs, 1_000_000)).toBe('fine');
  });

  it('lets a post be sent although others that wait would pass the limit after it', () => {
    expect(maySend({ ...costs, hardMicroUsd: 130 }, 10)).toBe(true);
    expect(maySend({ ...costs, hardMicroUsd: 130 }, 11)).toBe(false);
  });

  it('is told in dollars', () => {
    expect(dollars(200_000)).toBe('$0.20');
    expect(dollars(15_000)).toBe('$0.015');
    expect(dollars(0)).toBe('$0.00');
    expect(wordsForPost('postWithUrl', 200_000, 15_000, costs)).toBe(
      'The link makes this post cost $0.20 at X; without it, it is $0.015.',
    );
    expect(
      wordsForBudget({ ...costs, spentMicroUsd: 900_000, softMicroUsd: 500_000, hardMicroUsd: 1_000_000 }),
    ).toBe('This weekend comes to $0.90 of the $1.00 it may cost.');
  });
});

describe('the forecast', () => {
  const opensAt = new Date('2026-11-27T17:30:00.000Z');
  const window = { opensAt, closesAt: new Date(opensAt.getTime() + 60 * hourMs), closedAt: null };
  const at = (ms: number) => new Date(opensAt.getTime() + ms);
  const asOf = (ms: number, change: Partial<Costs> = {}) =>
    forecast({ costs: { ...costs, ...change }, window, now: at(ms) });

  it('is none before the window', () => {
    expect(asOf(-1)).toBeNull();
  });

  it('goes on at the pace so far', () => {
    expect(asOf(30 * hourMs, { spentMicroUsd: 300_000, perhapsMicroUsd: 0, waitingMicroUsd: 0 })).toBe(
      600_000,
    );
  });

  it('does not take a lively beginning for the whole weekend', () => {
    const lively = { spentMicroUsd: 60_000, perhapsMicroUsd: 0, waitingMicroUsd: 0 };
    expect(asOf(60_000, lively)).toBeLessThan(700_000);
  });

  it('is never less than what waits, and at the end what it came to', () => {
    expect(asOf(59 * hourMs, { waitingMicroUsd: 1_000_000 })).toBe(1_000_120);
    expect(asOf(61 * hourMs, { waitingMicroUsd: 0 })).toBe(120);
  });
});
