import {
  type Caller,
  curatorLeft,
  curatorReady,
  type MemberId,
  type SlotId,
  type TakeoverId,
  takeoverClosed,
  takeoverMoved,
  takeoverOpened,
  takeoverScheduled,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const hour = 3_600_000;
const fromNow = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

describe('weekends, as reports know them', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let trustee: Caller;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
    trustee = { kind: 'staff', charityId: charity.charityId, memberId: newId<MemberId>(), role: 'trustee' };
  });
  afterAll(() => stage.close());

  const aTakeover = () => ({ takeoverId: newId<TakeoverId>(), curatorId: charity.aCurator().curatorId });
  type About = ReturnType<typeof aTakeover>;
  const fact = ({ takeoverId }: About, revision: number) => ({ subject: takeoverId, revision });

  const schedule = (about: About, [opens, closes]: readonly [number, number]) => {
    const window = { opensAt: fromNow(opens), closesAt: fromNow(closes) };
    const who = { slotId: newId<SlotId>(), penName: 'Robin', identityLevel: 'penName' as const };
    return stage.hears(takeoverScheduled, charity.charityId, {
      ...fact(about, 1),
      data: { ...about, ...who, ...window },
    });
  };
  const open = (about: About, hours: number) =>
    stage.hears(takeoverOpened, charity.charityId, {
      ...fact(about, 2),
      data: { ...about, openedAt: fromNow(hours) },
    });
  const close = (about: About, hours: number, more: object = {}) =>
    stage.hears(takeoverClosed, charity.charityId, {
      ...fact(about, 3),
      data: { ...about, closedAt: fromNow(hours), ...more },
    });
  const reportOf = async ({ takeoverId }: About, caller = charity.manager) => {
    const report = await stage.call('report-takeover', { charityId: charity.charityId, takeoverId }, caller);
    return accepted(report).weekend;
  };

  it('came and went, in a window that was kept', async () => {
    const about = aTakeover();
    await schedule(about, [-50, -2]);
    await open(about, -50);
    expect(await reportOf(about)).toMatchObject({ state: 'on', windowKept: null });
    await close(about, -2);
    expect(await reportOf(about)).toMatchObject({ penName: 'Robin', state: 'over', windowKept: true });
  });

  it('opened late, or closed late: the window was not kept', async () => {
    const [opened, closed] = [aTakeover(), aTakeover()];
    for (const about of [opened, closed]) await schedule(about, [-50, -2]);
    await open(opened, -49.9);
    await open(closed, -50);
    await close(opened, -2);
    await close(closed, -1.9);
    expect(await reportOf(opened)).toMatchObject({ state: 'over', windowKept: false });
    expect(await reportOf(closed)).toMatchObject({ state: 'over', windowKept: false });
  });

  it('ended early: its window was kept as far as anybody wanted it', async () => {
    const about = aTakeover();
    await schedule(about, [-50, 5]);
    await open(about, -50);
    await close(about, -10, { because: 'ended' });
    expect(await reportOf(about)).toMatchObject({ state: 'endedEarly', windowKept: true, because: 'ended' });
  });

  it('closed early, and nobody wanted it: the window was not kept', async () => {
    const about = aTakeover();
    await schedule(about, [-50, -2]);
    await open(about, -50);
    await close(about, -3);
    expect(await reportOf(about)).toMatchObject({ windowKept: false });
  });

  it('moved: the window it was given last is the one that counts', async () => {
    const about = aTakeover();
    await schedule(about, [-50, -20]);
    await open(about, -50);
    const window = { opensAt: fromNow(-50), closesAt: fromNow(-2), because: 'extended' as const };
    await stage.hears(takeoverMoved, charity.charityId, { ...fact(about, 3), data: { ...about, ...window } });
    await close(about, -2);
    expect(await reportOf(about)).toMatchObject({ state: 'over', windowKept: true });
  });

  it('never began: missed where nobody called it off, and then in the list; called off where somebody did', async () => {
    const [missed, calledOff] = [aTakeover(), aTakeover()];
    for (const about of [missed, calledOff]) await schedule(about, [-50, -2]);
    await close(missed, -2, { opened: false });
    await close(calledOff, -60, { opened: false, because: 'unwell' });
    expect(await reportOf(missed)).toMatchObject({ state: 'missed', windowKept: false });
    expect(await reportOf(calledOff)).toMatchObject({ state: 'calledOff', windowKept: null });
    const list = accepted(await stage.call('list-reports', { charityId: charity.charityId }, trustee));
    const ids = list.weekends.map(({ takeoverId }) => takeoverId);
    expect(ids).toContain(missed.takeoverId);
    expect(ids).not.toContain(calledOff.takeoverId);
    expect(list.years.reduce((sum, { weekends }) => sum + weekends, 0)).toBe(ids.length);
  });

  it('is the same in whatever order it is told', async () => {
    const about = aTakeover();
    await close(about, -2);
    await open(about, -50);
    await schedule(about, [-50, -2]);
    expect(await reportOf(about)).toMatchObject({ state: 'over', windowKept: true, penName: 'Robin' });
  });

  it('keeps the agreement it began with, whatever is agreed later', async () => {
    const about = aTakeover();
    const ready = (agreementVersion: number) =>
      stage.hears(curatorReady, charity.charityId, {
        ...{ subject: about.curatorId, revision: agreementVersion },
        time: new Date(fromNow(agreementVersion === 3 ? -60 : -1)),
        data: { curatorId: about.curatorId, penName: 'Robin', identityLevel: 'penName', agreementVersion },
      });
    await ready(3);
    await schedule(about, [-50, -2]);
    await open(about, -50);
    await ready(4);
    expect(await reportOf(about)).toMatchObject({ agreementVersion: 3 });
  });

  it('P3: is without a name once its curator has left, and what was noted about them is gone', async () => {
    const about = aTakeover();
    await schedule(about, [-50, -2]);
    await open(about, -50);
    const key = { charityId: charity.charityId, takeoverId: about.takeoverId };
    accepted(
      await stage.call(
        'set-weekend-notes',
        { ...key, version: 0, text: 'Tired', forReport: true },
        charity.manager,
      ),
    );
    await stage.hears(curatorLeft, charity.charityId, {
      ...{ subject: about.curatorId, revision: 9 },
      data: { curatorId: about.curatorId, pastPosts: 'keep' } as never,
    });
    expect(await reportOf(about)).toMatchObject({
      penName: 'Someone who has left',
      identityLevel: 'anonymous',
    });
    const notes = accepted(await stage.call('view-weekend-notes', key, charity.manager));
    expect(notes).toEqual({ text: '', forReport: false, version: 0, changedAt: null });
  });

  it('T1: is out of reach from another charity, and a moderator, an analyst or a curator has no report', async () => {
    const about = aTakeover();
    await schedule(about, [-50, -2]);
    const neighbour = await stage.aCharity();
    const { takeoverId } = about;
    const { charityId } = charity;
    for (const name of ['report-takeover', 'report-assurance'] as const) {
      const abroad = { charityId: neighbour.charityId, takeoverId };
      expect(await stage.call(name, abroad, neighbour.manager)).toMatchObject({
        refusal: { code: 'notFound' },
      });
      expect(await stage.call(name, { charityId, takeoverId }, neighbour.manager)).toMatchObject({
        refusal: { code: 'forbidden' },
      });
      for (const role of ['moderator', 'analyst'] as const) {
        const caller: Caller = { kind: 'staff', charityId, memberId: newId<MemberId>(), role };
        expect(await stage.call(name, { charityId, takeoverId }, caller)).toMatchObject({
          refusal: { code: 'forbidden' },
        });
      }
    }
  });

  it('in a season that is turned round, too long or empty: what is wrong, or an honest nothing', async () => {
    const { charityId } = charity;
    const season = (from: string, to: string) =>
      stage.call('report-season', { charityId, from, to }, trustee);
    expect(await season('2026-02-01', '2026-01-01')).toMatchObject({ refusal: { code: 'badInput' } });
    expect(await season('2016-01-01', '2026-01-01')).toMatchObject({ refusal: { code: 'badInput' } });
    expect(await season('2026-02-30', '2026-03-01')).toMatchObject({ refusal: { code: 'badInput' } });
    const nothing = accepted(await season('2019-01-01', '2019-12-31'));
    expect(nothing).toMatchObject({ weekends: [], curators: 0, pulse: { answers: 0 }, incidents: [] });
    expect(nothing.surveys.uclaAfter).toEqual({
      ...{ answered: 0, counted: 0, change: null },
      ...{ meanFirst: null, meanLater: null, medianFirst: null, medianLater: null },
    });
    expect(nothing.engagement.map(({ posts, likes }) => [posts, likes])).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
  });
});
