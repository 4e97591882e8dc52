import { consentWithdrawn, curatorLeft, curatorPaused } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage, CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const hourMs = 3_600_000;

describe('somebody whose part is over', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  const withdraws = ({ curatorId }: CuratorOnStage, channel: 'posting' | 'contact'): Promise<void> =>
    stage.hears(consentWithdrawn, charity.charityId, {
      subject: curatorId,
      revision: 1,
      data: { curatorId, channel, pastPosts: 'keep' },
    });
  const leaves = ({ curatorId }: CuratorOnStage): Promise<void> =>
    stage.hears(curatorLeft, charity.charityId, {
      subject: curatorId,
      revision: 1,
      data: { curatorId, pastPosts: 'keep' },
    });

  it('P4: frees what they had booked when they take back their consent to post, and may not book', async () => {
    charity = await stage.aCharity();
    const [robin, kim] = [await charity.aReadyCurator(), await charity.aReadyCurator()];
    const slot = await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00');
    const { takeoverId } = await charity.book(slot, robin);
    await withdraws(robin, 'posting');
    expect(await charity.takeovers()).toEqual([]);
    expect((await charity.book(slot, robin)).answer).toMatchObject({ refusal: { code: 'notReady' } });
    expect((await charity.book(slot, kim)).answer).toMatchObject({ ok: true });
    const facts = await charity.factsAbout(takeoverId);
    expect(facts.map(({ type, revision, data }) => [type, revision, data['opened']])).toEqual([
      ['baton.takeover.scheduled.v1', 1, undefined],
      ['baton.takeover.closed.v1', 2, false],
    ]);
  });

  it('P4: frees what they had booked when they say “not now”, and books again once they are back', async () => {
    charity = await stage.aCharity();
    const [robin, kim] = [await charity.aReadyCurator(), await charity.aReadyCurator()];
    const slot = await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00');
    const later = await charity.addSlot('2031-03-14T17:30', '2031-03-17T09:00');
    await charity.book(slot, robin);
    const { curatorId } = robin;
    await stage.hears(curatorPaused, charity.charityId, {
      subject: curatorId,
      revision: 1,
      data: { curatorId },
    });
    expect(await charity.takeovers()).toEqual([]);
    expect((await charity.book(later, robin)).answer).toMatchObject({ refusal: { code: 'notReady' } });
    expect((await charity.book(slot, kim)).answer).toMatchObject({ ok: true });
    await charity.hearsReady(robin, 2);
    expect((await charity.book(later, robin)).answer).toMatchObject({ ok: true });
  });

  it('keeps its bookings when another consent is taken back', async () => {
    charity = await stage.aCharity();
    const robin = await charity.aReadyCurator();
    await charity.book(await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00'), robin);
    await withdraws(robin, 'contact');
    expect(await charity.takeovers()).toHaveLength(1);
  });

  it('P4: may book again after a new yes', async () => {
    charity = await stage.aCharity();
    const robin = await charity.aReadyCurator();
    const slot = await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00');
    await withdraws(robin, 'posting');
    expect((await charity.book(slot, robin)).answer).toMatchObject({ refusal: { code: 'notReady' } });
    await charity.hearsReady(robin, 2);
    expect((await charity.book(slot, robin)).answer).toMatchObject({ ok: true });
  });

  it('P5: leaves no name in the history when they leave, and their open takeover ends', async () => {
    charity = await stage.aCharity();
    const robin = await charity.aReadyCurator({ penName: 'Robin', identityLevel: 'named' });
    const slot = await charity.addSlotIn({ opensInMs: -hourMs, lastsMs: 3 * hourMs });
    const { takeoverId } = await charity.book(slot, robin);
    await stage.look();
    expect(await charity.stateOf(takeoverId)).toBe('open');
    await leaves(robin);
    expect(await charity.stateOf(takeoverId)).toBe('closed');
    expect(JSON.stringify(await charity.takeovers())).not.toContain('Robin');
    expect((await charity.onAir()).now).toBeNull();
  });
});
