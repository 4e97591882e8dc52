import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { windowMs } from '../rehearsal/charity-on-stage.js';
import { leaseMs, PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

describe('an answer that says nothing certain', () => {
  it('R4 is looked up on the timeline: found, it is published', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesThenFails');
    await charity.submit('Applied, then 503');
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown']);
    await stage.reconcile();
    expect(await charity.states()).toEqual(['published']);
    expect((await charity.facts()).at(-1)).toMatchObject({
      type: 'baton.post.published.v1',
      revision: 2,
      data: { knownBy: 'timeline' },
    });
  });

  it('R4 is found although it shows late', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesAndShowsLate');
    await charity.submit('Late');
    await stage.publish();
    await stage.reconcile();
    expect(await charity.states()).toEqual(['unknown']);
    charity.account.showEverything();
    await stage.pass(1_000);
    await stage.reconcile();
    expect(await charity.states()).toEqual(['published']);
  });

  it('R5 is left to a person when the search has ended, never sent again by machine', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('failsWithoutApplying');
    const [post] = await charity.submit('Not applied');
    await stage.publish();
    if (!post) throw new Error('no post');
    expect(await charity.resolve(post, 'sendAgain')).toMatchObject({ refusal: { code: 'stillLooking' } });
    await stage.letEverythingSettle();
    await stage.letEverythingSettle();
    expect(await charity.states()).toEqual(['unknown']);
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.resolve(post, 'sendAgain')).toMatchObject({ ok: true });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Not applied']);
    expect(await charity.states()).toEqual(['published']);
    expect(await charity.resolve(post, 'sendAgain')).toMatchObject({ refusal: { code: 'notUnknown' } });
  });

  it('R4 is not even sent twice by a person, if it has shown itself meanwhile', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('appliesAndShowsLate');
    const [post] = await charity.submit('Very late');
    await stage.publish();
    await stage.letEverythingSettle();
    charity.account.showEverything();
    if (post) await charity.resolve(post, 'sendAgain');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Very late']);
    expect(await charity.states()).toEqual(['published']);
  });

  it('R4 is certain after all when the only attempt turns out not to have left', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Late no');
    charity.account.onCall = async () => {
      charity.account.onCall = () => {};
      await stage.pass(leaseMs + 1);
      await stage.publish();
      expect(await charity.states()).toEqual(['unknown']);
      charity.account.turns.push('unreachable');
    };
    await stage.publish();
    expect(await charity.setSwitch('pause')).toMatchObject({ unknown: [] });
    await stage.pass(windowMs);
    await charity.release();
    await stage.publish();
    expect(await charity.states()).toEqual(['missedWindow']);
  });

  it('stops the thread behind it, which goes on when it is found', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('answers', 'appliesThenCuts');
    await charity.submit('One', 'Two', 'Three');
    await stage.publish();
    expect(await charity.states()).toEqual(['published', 'unknown', 'queued']);
    await stage.reconcile();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two', 'Three']);
    expect(charity.account.answers('Three')).toBe('Two');
  });

  it('lets other posts of the account go', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('failsWithoutApplying');
    await charity.submit('Who knows');
    await charity.submit('Another');
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown', 'published']);
  });
});
