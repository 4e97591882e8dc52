import type { InputOf, TakeoverId } from '@baton/contracts';
import { accountForTakeovers, CheckName, postDecided, wireTypeOf } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { AccountForTakeovers } from './account-for-takeovers.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

type Asked = Omit<InputOf<typeof accountForTakeovers>, 'charityId'>;
const accountOf = async ({ charityId }: CharityOnStage, asked: Asked) => {
  const answer = await stage.app.get(AccountForTakeovers).handle({ charityId, ...asked });
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
  return answer.value;
};

describe('what the gateway accounts for', () => {
  it('is every check, the uses of the switch by their proofs, and what it cost', async () => {
    const charity = await stage.aCharity();
    const { takeoverId } = charity;
    await charity.submit('Good morning');
    await stage.publish();
    const [held] = await charity.submit('Write to robin@example.org');
    if (!held) throw new Error('no post');
    await charity.decide(held, 'decline', 'No addresses');
    await charity.setSwitch('pause');
    await charity.release();
    const account = await accountOf(charity, { takeoverId });
    expect(account.takeovers).toBe(1);
    expect(account.posts).toEqual([
      { state: 'declined', posts: 1 },
      { state: 'published', posts: 1 },
    ]);
    expect(account.checks.map(({ check }) => check)).toEqual(CheckName.options);
    expect(account.checks.filter(({ warned, held: waited }) => warned + waited > 0)).toEqual([
      { check: 'contactDetails', warned: 0, held: 1 },
    ]);
    expect(account.switchUses).toMatchObject([
      { proof: 1, mode: 'pause', alreadyOut: 1 },
      { proof: 2, mode: 'off' },
    ]);
    expect(account.costs).toEqual({
      microUsd: 15_000,
      byKind: [{ kind: 'post', units: 1, microUsd: 15_000 }],
    });
  });

  it('says who decided in the fact of it, by role and pseudonym', async () => {
    const charity = await stage.aCharity();
    const [held] = await charity.submit('Write to robin@example.org');
    if (!held) throw new Error('no post');
    await charity.decide(held, 'approve');
    const decided = (await charity.facts()).filter(({ type }) => type === wireTypeOf(postDecided));
    expect(decided.map(({ data }) => data)).toMatchObject([
      { postId: held, verdict: 'approve', by: expect.stringMatching(/^manager [0-9a-f-]{36}$/) },
    ]);
  });

  it('is of the season its takeovers open in, and of no other charity', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Good morning');
    await stage.publish();
    const today = new Date().toISOString().slice(0, 10);
    const around = { from: '2025-01-01', to: `${Number(today.slice(0, 4)) + 1}-12-31` };
    expect(await accountOf(charity, around)).toMatchObject({ takeovers: 1, costs: { microUsd: 15_000 } });
    expect(await accountOf(charity, { from: '2020-01-01', to: '2020-12-31' })).toMatchObject({
      ...{ takeovers: 0, posts: [], switchUses: [] },
      costs: { microUsd: 0, byKind: [] },
    });
    const neighbour = await stage.aCharity();
    const { charityId } = neighbour;
    const handler = stage.app.get(AccountForTakeovers);
    for (const takeoverId of [charity.takeoverId, newId<TakeoverId>()])
      expect(await handler.handle({ charityId, takeoverId })).toMatchObject({
        refusal: { code: 'notFound' },
      });
  });

  it('asks for a weekend, or days in their order that are not too far apart', () => {
    const charityId = newId();
    const problem = (asked: object) =>
      accountForTakeovers.input
        .safeParse({ charityId, ...asked })
        .error?.issues.map(({ message }) => message);
    expect(problem({ from: '2026-01-01', to: '2026-12-31' })).toBeUndefined();
    expect(problem({ from: '2023-06-01', to: '2026-06-01' })).toBeUndefined();
    expect(problem({})).toEqual([expect.stringContaining('name a weekend, or the first and last day')]);
    expect(problem({ from: '2026-01-01' })).toHaveLength(1);
    expect(problem({ from: '2026-02-01', to: '2026-01-01' })).toEqual([expect.stringContaining('swap them')]);
    expect(problem({ from: '2016-01-01', to: '2026-01-01' })).toEqual([
      expect.stringContaining('more than 3 years'),
    ]);
  });
});
