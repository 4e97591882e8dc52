import type { TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { takeoverClosedOf, takeoverOpenedOf, takeoverScheduledTo } from '../rehearsal/facts-of-others.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;

describe('having had the account', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let curator: CuratorOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
    curator = await charity.aCurator();
    accepted(await charity.agree(curator, await charity.agreement()));
  });
  afterAll(() => stage.close());

  const opens = (takeoverId: TakeoverId) =>
    stage.hears(...takeoverOpenedOf(charity.charityId, curator.curatorId, takeoverId));
  const closes = (takeoverId: TakeoverId) =>
    stage.hears(...takeoverClosedOf(charity.charityId, curator.curatorId, takeoverId));
  const curates = async (takeoverId = newId<TakeoverId>()) => {
    await opens(takeoverId);
    await closes(takeoverId);
    return takeoverId;
  };
  const certificate = (takeoverId: TakeoverId, { caller } = curator) =>
    stage.call('view-certificate', { charityId: charity.charityId, takeoverId }, caller);
  const thanks = async () =>
    (await charity.mailsTo(curator.email)).filter(({ subject }) => subject.startsWith('Thank you'));
  const notFound = { refusal: { code: 'notFound' } };

  it('is thanked once for each takeover, with a way in and without a word of an illness', async () => {
    const takeoverId = await curates();
    await closes(takeoverId);
    const [mail, ...more] = await thanks();
    expect(more).toEqual([]);
    expect(mail?.text).toContain('https://baton.example/sign-in/shine-ms');
    await stage.hears(
      ...takeoverScheduledTo(charity.charityId, curator.curatorId, new Date(Date.now() + dayMs)),
    );
    await curates();
    expect(await thanks()).toHaveLength(2);
  });

  it('is thanked who said “not now” at the moment in which it opened', async () => {
    const takeoverId = newId<TakeoverId>();
    accepted(await stage.call('pause-part', { charityId: charity.charityId }, curator.caller));
    await opens(takeoverId);
    await closes(takeoverId);
    expect(await thanks()).toHaveLength(1);
  });

  it('P4: is not thanked who took back their consent, or left', async () => {
    const takeoverId = newId<TakeoverId>();
    await opens(takeoverId);
    const no = { charityId: charity.charityId, channel: 'posting', pastPosts: 'keep' } as const;
    accepted(await stage.call('withdraw-consent', no, curator.caller));
    await closes(takeoverId);
    expect(await thanks()).toEqual([]);
    accepted(await stage.call('leave', { charityId: charity.charityId, pastPosts: 'keep' }, curator.caller));
    await closes(takeoverId);
    expect(await thanks()).toEqual([]);
  });

  it('P4: is not thanked who takes back their consent before the mail has gone', async () => {
    await curates();
    const no = { charityId: charity.charityId, channel: 'posting', pastPosts: 'keep' } as const;
    accepted(await stage.call('withdraw-consent', no, curator.caller));
    expect(await thanks()).toEqual([]);
  });

  it('is certified from when to when, under the name they go by, and counted', async () => {
    const first = await curates();
    const second = await curates();
    expect(await certificate(first)).toMatchObject({
      value: { takeoverId: first, charityName: 'Shine MS', penName: 'Robin', zone: 'Europe/London' },
    });
    const { openedAt, closedAt, takeovers } = accepted(await certificate(second));
    expect(takeovers).toBe(2);
    expect(Date.parse(openedAt)).toBeLessThanOrEqual(Date.parse(closedAt));
  });

  it('is certified to nobody but themself, and not before it is over', async () => {
    const open = newId<TakeoverId>();
    await opens(open);
    expect(await certificate(open)).toMatchObject(notFound);
    await closes(open);
    expect(await certificate(open)).toMatchObject({ ok: true });
    const other = await charity.aCurator();
    expect(await certificate(open, other)).toMatchObject(notFound);
    expect(await certificate(newId<TakeoverId>())).toMatchObject(notFound);
  });

  it('is in their download, and is gone when they are', async () => {
    const takeoverId = await curates();
    const { charityId } = charity;
    const download = accepted(await stage.call('download-my-data', { charityId }, curator.caller));
    expect(download.takeovers).toMatchObject([{ takeoverId, closedAt: expect.any(String) }]);
    accepted(await stage.call('leave', { charityId, pastPosts: 'keep' }, curator.caller));
    expect(await certificate(takeoverId)).toMatchObject(notFound);
    const kept = await stage.inCharity(charityId, (tx) => tx.query('SELECT 1 FROM curated'));
    expect(kept).toEqual([]);
  });
});
