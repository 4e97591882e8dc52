import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { takeoverClosedOf, takeoverOpenedOf } from '../rehearsal/facts-of-others.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;

describe('“not now”, and coming back', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const pause = ({ caller }: CuratorOnStage, until?: string) =>
    stage.call('pause-part', { charityId: charity.charityId, ...(until ? { until } : {}) }, caller);
  const resume = ({ caller }: CuratorOnStage) =>
    stage.call('resume-part', { charityId: charity.charityId }, caller);
  const me = async ({ caller }: CuratorOnStage) =>
    accepted(await stage.call('view-me', { charityId: charity.charityId }, caller));
  const aReadyCurator = async (): Promise<CuratorOnStage> => {
    const curator = await charity.aCurator();
    accepted(await charity.agree(curator, await charity.agreement()));
    return curator;
  };
  const opens = async ({ curatorId }: CuratorOnStage) => {
    const takeoverId = newId<never>();
    await stage.hears(...takeoverOpenedOf(charity.charityId, curatorId, takeoverId));
    return takeoverId;
  };
  const curates = async (curator: CuratorOnStage) =>
    stage.hears(...takeoverClosedOf(charity.charityId, curator.curatorId, await opens(curator)));
  const factsOf = async ({ curatorId }: CuratorOnStage, type: string) =>
    (await charity.facts())
      .filter((fact) => fact.subject === curatorId && fact.type === type)
      .map(({ revision }) => revision);
  const subjects = async ({ email }: CuratorOnStage) =>
    (await charity.mailsTo(email)).map(({ subject }) => subject);
  const dayIn = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

  it('is said by somebody ready without a reason, tells scheduling, and confirms by mail once', async () => {
    const curator = await aReadyCurator();
    for (const _twice of [1, 2])
      expect(await pause(curator)).toEqual({ ok: true, value: { state: 'later', until: null } });
    expect((await me(curator)).state).toBe('later');
    expect(await factsOf(curator, 'baton.curator.paused.v1')).toEqual([1]);
    expect((await subjects(curator)).filter((subject) => subject.startsWith('That is fine'))).toHaveLength(1);
    expect(await charity.audited('part.paused')).toHaveLength(1);
  });

  it('is over when they say so: ready at once, and said to everybody, because their list is done', async () => {
    const curator = await aReadyCurator();
    accepted(await pause(curator));
    for (const _twice of [1, 2])
      expect(await resume(curator)).toEqual({ ok: true, value: { state: 'ready' } });
    expect(await factsOf(curator, 'baton.curator.ready.v1')).toEqual([1, 2]);
    accepted(await pause(curator));
    expect(await factsOf(curator, 'baton.curator.paused.v1')).toEqual([1, 2]);
  });

  it('leads back to preparing where something on their list is open', async () => {
    const curator = await charity.aCurator();
    accepted(await pause(curator));
    expect(await resume(curator)).toEqual({ ok: true, value: { state: 'preparing' } });
    const without = await aReadyCurator();
    accepted(await pause(without));
    const no = { charityId: charity.charityId, channel: 'posting', pastPosts: 'keep' } as const;
    accepted(await stage.call('withdraw-consent', no, without.caller));
    expect(await resume(without)).toEqual({ ok: true, value: { state: 'preparing' } });
  });

  it('is for alumni too, and not for who has the account just now', async () => {
    const curator = await aReadyCurator();
    const takeoverId = await opens(curator);
    expect(await pause(curator)).toMatchObject({ refusal: { code: 'onAir' } });
    await stage.hears(...takeoverClosedOf(charity.charityId, curator.curatorId, takeoverId));
    expect(await pause(curator)).toMatchObject({ ok: true });
    expect(await resume(curator)).toEqual({ ok: true, value: { state: 'ready' } });
  });

  it('asks again on the morning of the day they chose, once', async () => {
    const curator = await aReadyCurator();
    expect(await pause(curator, dayIn(30))).toMatchObject({ value: { until: dayIn(30) } });
    expect((await me(curator)).pausedUntil).toBe(dayIn(30));
    const asked = async () =>
      (await subjects(curator)).filter((subject) => subject.startsWith('Do you feel like it'));
    await stage.database.shiftClock(29 * dayMs - 12 * 3_600_000);
    expect(await asked()).toEqual([]);
    await stage.database.shiftClock(31 * dayMs);
    expect(await asked()).toEqual(['Do you feel like it again?']);
    await stage.database.shiftClock(100 * dayMs);
    expect(await asked()).toHaveLength(1);
  });

  it('asks on the day they chose last, and not at all where they were back before or have left', async () => {
    const [later, back, left] = [await aReadyCurator(), await aReadyCurator(), await aReadyCurator()];
    for (const curator of [later, back, left]) accepted(await pause(curator, dayIn(10)));
    accepted(await pause(later, dayIn(20)));
    accepted(await resume(back));
    accepted(await stage.call('leave', { charityId: charity.charityId, pastPosts: 'keep' }, left.caller));
    const asked = async (curator: CuratorOnStage) =>
      (await subjects(curator)).filter((subject) => subject.startsWith('Do you feel like it')).length;
    await stage.database.shiftClock(12 * dayMs);
    expect([await asked(later), await asked(back), await asked(left)]).toEqual([0, 0, 0]);
    await stage.database.shiftClock(22 * dayMs);
    expect(await asked(later)).toBe(1);
    expect((await me(back)).pausedUntil).toBeNull();
  });

  it.each([
    ['yesterday', -1],
    ['today', 0],
    ['in three years', 1100],
  ])('takes no day that is %s, and nothing has changed', async (_, days) => {
    const curator = await aReadyCurator();
    expect(await pause(curator, dayIn(days))).toMatchObject({ refusal: { code: 'badDay' } });
    expect((await me(curator)).state).toBe('ready');
  });

  it('P5: leaving works from wherever a curator is', async () => {
    const accepts = await charity.aCurator();
    const prepares = await charity.aCurator();
    accepted(await charity.signIn(prepares.email, await charity.codeFor(prepares.email)));
    const [ready, live, alumnus, paused] = [
      await aReadyCurator(),
      await aReadyCurator(),
      await aReadyCurator(),
      await aReadyCurator(),
    ];
    await opens(live);
    await curates(alumnus);
    accepted(await pause(paused, dayIn(5)));
    const curators = [accepts, prepares, ready, live, alumnus, paused];
    expect(await Promise.all(curators.map(async (curator) => (await me(curator)).state))).toEqual([
      ...['accepted', 'preparing', 'ready', 'live', 'alumni', 'later'],
    ]);
    for (const { caller } of curators) {
      const answer = await stage.call('leave', { charityId: charity.charityId, pastPosts: 'keep' }, caller);
      expect(answer).toEqual({ ok: true, value: { state: 'left' } });
    }
  });
});
