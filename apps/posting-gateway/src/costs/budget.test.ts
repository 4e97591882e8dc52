import { randomUUID } from 'node:crypto';
import {
  accountInCreditAgain,
  accountOutOfCredit,
  type Budget,
  type OutputOf,
  type PostId,
  softLimitPassed,
  type viewCosts,
  wireTypeOf,
} from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { leaseMs, PublishingStage } from '../rehearsal/publishing-stage.js';
import { SetBudget } from './set-budget.js';
import { ViewCosts } from './view-costs.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const mayCost = (
  charity: CharityOnStage,
  hardMicroUsd: Budget['hardMicroUsd'],
  softMicroUsd: number | null = null,
) =>
  stage.app
    .get(SetBudget)
    .handle({ charityId: charity.charityId, softMicroUsd, hardMicroUsd }, charity.asManager());

async function costsOf(charity: CharityOnStage): Promise<OutputOf<typeof viewCosts>> {
  const { charityId, takeoverId } = charity;
  const answer = await stage.app.get(ViewCosts).handle({ charityId, takeoverId }, charity.asCurator());
  if (!answer.ok) throw new Error('refused');
  return answer.value;
}

describe('what a takeover costs', () => {
  it('is what is out, once, and apart from it what waits and what may be out', async () => {
    const charity = await stage.aCharity();
    await charity.submit('One', 'Two https://example.org');
    await stage.publish();
    charity.account.turns.push('appliesAndShowsLate');
    await charity.submit('Perhaps');
    await stage.publish();
    await charity.setSwitch('pause');
    await charity.submit('Waits');
    expect(await costsOf(charity)).toMatchObject({
      spentMicroUsd: 215_000,
      byKind: [
        { kind: 'post', units: 1, microUsd: 15_000 },
        { kind: 'postWithUrl', units: 1, microUsd: 200_000 },
      ],
      perhapsMicroUsd: 15_000,
      waitingMicroUsd: 15_000,
      leftMicroUsd: null,
      stands: 'fine',
      pricesAsOf: '2026-04-20',
    });
    charity.account.showEverything();
    await stage.pass(1);
    await stage.reconcile();
    const found = await costsOf(charity);
    expect(found.byKind).toContainEqual({ kind: 'post', units: 2, microUsd: 30_000 });
    expect(found.byKind).toContainEqual({ kind: 'ownRead', units: 3, microUsd: 3_000 });
    expect(found).toMatchObject({ perhapsMicroUsd: 0 });
  });

  it('does not count what X refused', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('refuses');
    await charity.submit('No');
    await stage.publish();
    expect(await costsOf(charity)).toMatchObject({
      spentMicroUsd: 0,
      perhapsMicroUsd: 0,
      waitingMicroUsd: 0,
    });
  });
});

describe('a hard limit', () => {
  it('refuses what would pass it, with what it comes to, and keeps the words', async () => {
    const charity = await stage.aCharity();
    await mayCost(charity, 40_000);
    await charity.submit('One', 'Two');
    expect(await charity.trySubmit(['Three'])).toMatchObject({
      refusal: {
        code: 'overBudget',
        details: { costMicroUsd: 15_000, hardMicroUsd: 40_000, draftId: expect.any(String) },
      },
    });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two']);
  });

  it('is not passed by twenty who hand over at once', async () => {
    const charity = await stage.aCharity();
    await mayCost(charity, 15_000 * 7);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => charity.trySubmit([`Number ${index}`])),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(7);
    await stage.publish();
    expect(charity.account.texts()).toHaveLength(7);
    expect(await costsOf(charity)).toMatchObject({ spentMicroUsd: 105_000, leftMicroUsd: 0, stands: 'hard' });
  });

  it('that was lowered lets posts wait, tells why once, and lets them go when it is raised', async () => {
    const charity = await stage.aCharity();
    const [dear] = await charity.submit('Dear https://example.org');
    await charity.submit('Cheap');
    await mayCost(charity, 20_000);
    await stage.publish();
    await stage.pass(60_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Cheap']);
    expect((await charity.posts())[0]?.status).toMatchObject({ state: 'queued', waitingFor: 'budget' });
    const told = (await charity.story(dear as PostId)).filter((line) => line.includes('set aside'));
    expect(told).toHaveLength(1);
    await mayCost(charity, null);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Cheap', 'Dear https://example.org']);
  });

  it('is looked at before X is given the pictures of a post', async () => {
    const charity = await stage.aCharity();
    const [post] = await charity.submit('With a picture');
    await mayCost(charity, 0);
    const preparedFor: string[] = [];
    charity.account.onPrepare = (text) => {
      preparedFor.push(text);
    };
    await stage.publish();
    expect(preparedFor).toEqual([]);
    expect(await charity.story(post as PostId)).toContainEqual(expect.stringContaining('set aside'));
  });

  it('does not stop what the charity itself says', async () => {
    const charity = await stage.aCharity();
    await mayCost(charity, 0);
    await charity.open();
    await stage.publish();
    await charity.close();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Goodbye']);
  });

  it('and a link added to a post that waits lets it wait for the limit', async () => {
    const charity = await stage.aCharity();
    await mayCost(charity, 100_000);
    const postId = randomUUID() as string as PostId;
    await charity.hand({ posts: [{ postId, text: 'Plain' }] });
    await charity.edit(postId, 'Now with https://example.org');
    await stage.publish();
    expect((await charity.posts())[0]?.status).toMatchObject({ waitingFor: 'budget' });
  });
});

describe('a soft limit', () => {
  const said = async (charity: CharityOnStage) =>
    (await charity.facts()).filter(({ type }) => type === wireTypeOf(softLimitPassed));

  it('is told when a takeover comes to more, once, with what it comes to', async () => {
    const charity = await stage.aCharity();
    await mayCost(charity, null, 30_000);
    await charity.submit('One', 'Two');
    expect(await said(charity)).toEqual([]);
    await charity.submit('Three');
    await charity.submit('Four');
    await stage.publish();
    const { takeoverId } = charity;
    expect(await said(charity)).toMatchObject([
      {
        subject: takeoverId,
        revision: 1,
        data: { takeoverId, softMicroUsd: 30_000, comesToMicroUsd: 45_000 },
      },
    ]);
  });

  it('is told again where the takeover had come to less in between', async () => {
    const charity = await stage.aCharity();
    await mayCost(charity, null, 20_000);
    const [, two] = await charity.submit('One', 'Two');
    await charity.withdraw(two as PostId);
    await charity.submit('Three');
    expect((await said(charity)).map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('that is set below what a takeover comes to already, or passed by a link or a read, is told', async () => {
    const [lowered, edited, read] = [await stage.aCharity(), await stage.aCharity(), await stage.aCharity()];
    await lowered.submit('One');
    await mayCost(lowered, null, 10_000);
    const postId = randomUUID() as string as PostId;
    await mayCost(edited, null, 20_000);
    await edited.hand({ posts: [{ postId, text: 'Plain' }] });
    await edited.edit(postId, 'Now with https://example.org');
    await mayCost(read, null, 15_000);
    read.account.turns.push('appliesThenCuts');
    await read.submit('Looked for');
    await stage.publish();
    await stage.reconcile();
    const told = await Promise.all([lowered, edited, read].map(said));
    expect(told.map(([fact]) => fact?.data['comesToMicroUsd'])).toEqual([15_000, 200_000, 16_000]);
  });
});

describe('an X without credit', () => {
  it('is said once, and once that it has credit again', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('isOutOfCredit', 'isOutOfCredit');
    await charity.submit('One', 'Two');
    for (let quarters = 0; quarters < 3; quarters += 1) {
      await stage.publish();
      await stage.pass(15 * 60_000 + 1);
    }
    const said = (await charity.facts()).filter(({ type }) => type.includes('credit'));
    expect(said).toMatchObject([
      { type: wireTypeOf(accountOutOfCredit), subject: charity.accountId, revision: 2 },
      { type: wireTypeOf(accountInCreditAgain), subject: charity.accountId, revision: 3 },
    ]);
  });

  it('lets posts wait, says so, and takes them once somebody has paid; nothing is lost or said twice', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('isOutOfCredit');
    await charity.submit('One', 'Two');
    await stage.publish();
    expect((await charity.posts()).map(({ status }) => status)).toMatchObject([
      { state: 'queued', waitingFor: 'credit' },
      { state: 'queued', waitingFor: 'credit' },
    ]);
    await stage.pass(15 * 60_000 + 1);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two']);
    expect(await charity.states()).toEqual(['published', 'published']);
  });
});

describe('money that may have been spent', () => {
  it('is free again once X’s late no is heard, and what waited for it goes', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Slow');
    charity.account.onCall = async () => {
      charity.account.onCall = () => {};
      await stage.pass(leaseMs + 1);
      await charity.submit('Second');
      await mayCost(charity, 15_000);
      await stage.publish();
      expect((await charity.posts()).map(({ status }) => status)).toMatchObject([
        { state: 'unknown' },
        { state: 'queued', waitingFor: 'budget' },
      ]);
      charity.account.turns.push('refuses');
    };
    await stage.publish();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Second']);
  });

  /** X may have this post, and its timeline does not show it. */
  async function leftUnknown(charity: CharityOnStage): Promise<PostId> {
    charity.account.turns.push('failsWithoutApplying');
    const [post] = await charity.submit('Perhaps');
    await stage.publish();
    await searchEnds();
    return post as PostId;
  }

  async function searchEnds(): Promise<void> {
    for (const ms of [1, 30_000, 60_000]) {
      await stage.pass(ms);
      await stage.reconcile();
    }
  }

  it('stays counted when the post is sent again: X may have it twice', async () => {
    const charity = await stage.aCharity();
    const post = await leftUnknown(charity);
    charity.account.turns.push('failsWithoutApplying');
    await charity.resolve(post, 'sendAgain');
    expect(await costsOf(charity)).toMatchObject({ perhapsMicroUsd: 15_000, waitingMicroUsd: 15_000 });
    await stage.publish();
    await searchEnds();
    expect(await costsOf(charity)).toMatchObject({ perhapsMicroUsd: 30_000, waitingMicroUsd: 0 });
    await charity.resolve(post, 'sendAgain');
    await stage.publish();
    expect(await charity.states()).toEqual(['published']);
    expect(await costsOf(charity)).toMatchObject({ spentMicroUsd: 15_000, perhapsMicroUsd: 30_000 });
  });

  it('was spent once when the post is found, by a machine or by a person', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesThenCuts');
    await charity.submit('Found');
    await stage.publish();
    await searchEnds();
    const post = await leftUnknown(charity);
    await charity.resolve(post, 'isOut', 'https://x.com/shine/status/123');
    expect(await charity.states()).toEqual(['published', 'published']);
    const { byKind, perhapsMicroUsd } = await costsOf(charity);
    expect(byKind).toContainEqual({ kind: 'post', units: 2, microUsd: 30_000 });
    expect(perhapsMicroUsd).toBe(0);
  });

  it('stays counted when a person lets the post go: nobody knows whether X has it', async () => {
    const charity = await stage.aCharity();
    const post = await leftUnknown(charity);
    await charity.resolve(post, 'letItGo');
    expect(await charity.states()).toEqual(['withdrawn']);
    expect(await costsOf(charity)).toMatchObject({ spentMicroUsd: 0, perhapsMicroUsd: 15_000 });
  });
});
