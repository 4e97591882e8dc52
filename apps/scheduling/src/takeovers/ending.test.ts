import { type CuratorId, type TakeoverId, takeoverGivenBack } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CharityOnStage, CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const hourMs = 3_600_000;

describe('ending a takeover early', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let curator: CuratorOnStage;
  let takeoverId: TakeoverId;
  beforeEach(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
    curator = await charity.aReadyCurator();
    const slot = await charity.addSlotIn({ opensInMs: hourMs, lastsMs: 2 * hourMs });
    takeoverId = (await charity.book(slot, curator)).takeoverId;
  });
  afterEach(() => stage.close());

  const end = (caller = curator.caller) =>
    stage.call('end-takeover', { charityId: charity.charityId, takeoverId }, caller);
  const told = async () => (await charity.lifeOf(takeoverId)).map(({ type }) => type.split('.')[2]);
  const opens = async () => {
    await stage.shiftClock(hourMs);
    await stage.look();
  };

  it('gives the account back at once, and nobody is on air any more', async () => {
    await opens();
    expect(await end()).toMatchObject({ ok: true, value: { state: 'closed' } });
    expect(await told()).toEqual(['scheduled', 'opened', 'closed']);
    expect(await charity.onAir()).toEqual({ now: null, next: null });
  });

  it('is said once, however often it is asked and whatever the clock does afterwards', async () => {
    await opens();
    const answers = await Promise.all([end(), end(), end(charity.manager), stage.look()]);
    expect(answers.slice(0, 3)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    await stage.shiftClock(4 * hourMs);
    await stage.look();
    expect(await told()).toEqual(['scheduled', 'opened', 'closed']);
    expect(await end()).toMatchObject({ ok: true, value: { state: 'closed' } });
  });

  it('ends what has begun although the clock has not come round to opening it', async () => {
    await stage.stopReplicas();
    await stage.shiftClock(hourMs + 1_000);
    await stage.startReplica();
    expect(await end()).toMatchObject({ ok: true, value: { state: 'closed' } });
    await stage.look();
    expect((await told()).at(-1)).toBe('closed');
  });

  it('hears that the account was given back where posts go out: over since then, and said once', async () => {
    await opens();
    const givenBackAt = new Date(Date.now() + hourMs).toISOString();
    const { charityId } = charity;
    const data = { takeoverId, curatorId: curator.curatorId, givenBackAt };
    await stage.hears(takeoverGivenBack, charityId, { subject: takeoverId, revision: 1, data });
    expect(await charity.stateOf(takeoverId)).toBe('closed');
    expect(await told()).toEqual(['scheduled', 'opened', 'closed']);
    expect((await charity.lifeOf(takeoverId)).at(-1)?.data).toMatchObject({ closedAt: givenBackAt });
    expect(await end()).toMatchObject({ ok: true, value: { state: 'closed' } });
    expect(await told()).toEqual(['scheduled', 'opened', 'closed']);
  });

  it('is not possible before it has begun, nor for another curator', async () => {
    expect(await end()).toMatchObject({ refusal: { code: 'notBegun' } });
    await opens();
    const stranger = { ...curator.caller, curatorId: newId<CuratorId>() } as typeof curator.caller;
    expect(await end(stranger)).toMatchObject({ refusal: { code: 'notYours' } });
    expect(await told()).toEqual(['scheduled', 'opened']);
  });
});
