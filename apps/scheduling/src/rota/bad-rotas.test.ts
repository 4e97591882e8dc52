import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { RotaOnStage, weekend } from '../rehearsal/rota-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const byDay = {
  startsOn: '2026-01-01',
  recurrence: 'FREQ=WEEKLY;BYDAY=FR',
  opensAtTime: '17:30',
  closesAfterDays: 3,
  closesAtTime: '09:00',
};

describe('rotas', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity('Europe/London');
  });
  afterAll(() => stage.close());

  const refusalOf = async (rule: Parameters<RotaOnStage['define']>[0]) => {
    const rota = new RotaOnStage(stage, charity);
    const [defined, previewed] = [await rota.define(rule), await rota.preview(rule ?? weekend)];
    if (defined.ok) throw new Error('accepted');
    expect(previewed).toEqual(defined);
    return defined.refusal;
  };

  it.each([
    ['startsOn', { ...weekend, startsOn: '2027-02-30' }],
    ['startsOn', { ...weekend, startsOn: 'tomorrow' }],
    ['zone', { ...weekend, zone: 'Europe/Londn' }],
    ['everyWeeks', { ...weekend, everyWeeks: 0 }],
    ['everyWeeks', { ...weekend, everyWeeks: 1e9 }],
    ['opensAtTime', { ...byDay, opensAtTime: '25:00' }],
    ['closesAfterDays', { ...byDay, closesAfterDays: -1 }],
    ['closesAtTime', { ...byDay, closesAtTime: undefined }],
    ['recurrence', { ...byDay, recurrence: 'x'.repeat(10_000) }],
    ['recurrence', { ...byDay, ...weekend }],
    ['opens', { startsOn: '2026-01-01' }],
    ['closes', { ...weekend, closes: undefined }],
  ])('name the field that cannot be: %s of %j', async (field, rule) => {
    const { code, details } = await refusalOf(JSON.parse(JSON.stringify(rule)));
    expect(code).toBe('badInput');
    expect(details).toEqual([expect.objectContaining({ field })]);
  });

  it('say the nearest day and zone there are', async () => {
    expect(await refusalOf({ ...weekend, startsOn: '2027-02-30' })).toMatchObject({
      details: [{ problem: expect.stringContaining('2027-02-28') }],
    });
    expect(await refusalOf({ ...weekend, zone: 'Europe/Londn' })).toMatchObject({
      details: [{ problem: expect.stringContaining('Europe/London') }],
    });
  });

  it('say what would work instead', async () => {
    expect(await refusalOf({ ...byDay, recurrence: 'FREQ=SECONDLY;COUNT=1000000' })).toMatchObject({
      code: 'badRecurrence',
      details: { part: 'FREQ', instead: expect.stringContaining('DAILY') },
    });
    expect(await refusalOf({ ...byDay, recurrence: 'FREQ=DAILY' })).toMatchObject({
      code: 'windowsOverlap',
      details: { longest: { closesAfterDays: 1, closesAtTime: '17:30' } },
    });
    expect(await refusalOf({ ...byDay, closesAfterDays: 90 })).toMatchObject({
      code: 'impossibleWindow',
      details: { nearest: { closesAfterDays: 14, closesAtTime: '17:30' } },
    });
    expect(await refusalOf({ ...byDay, startsOn: '9999-01-01' })).toMatchObject({ code: 'startsTooFarAway' });
    expect(
      await refusalOf({ ...byDay, recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', closesAfterDays: 1 }),
    ).toMatchObject({ code: 'neverOpens' });
  });

  it('may come every second week, or by any rule of days, and are kept so that they can be sent again', async () => {
    const other = await stage.aCharity('Europe/London');
    const rota = new RotaOnStage(stage, other);
    expect(accepted(await rota.define({ ...weekend, everyWeeks: 2 })).slots).toBeGreaterThanOrEqual(39);
    const { rule } = await rota.view();
    expect(rule.recurrence).toBe('FREQ=WEEKLY;INTERVAL=2;WKST=TH;BYDAY=FR');
    const slots = await other.slots();
    accepted(await rota.define(rule));
    expect(await other.slots()).toEqual(slots);
    accepted(await rota.define({ ...byDay, recurrence: 'rrule:freq=monthly;byday=-1fr' }));
    expect((await other.slots()).length).toBeLessThan(20);
    const told = await stage.call('list-rotas', { charityId: other.charityId }, other.manager);
    expect(told).toMatchObject({
      value: { rotas: [{ rule: { recurrence: 'FREQ=MONTHLY;BYDAY=-1FR' }, booked: 0 }] },
    });
  });

  it('say which windows the clocks made impossible', async () => {
    const rota = new RotaOnStage(stage, await stage.aCharity('Europe/London'));
    const lateNight = {
      recurrence: 'FREQ=DAILY',
      opensAtTime: '01:50',
      closesAfterDays: 0,
      closesAtTime: '02:10',
    };
    const { leftOut } = accepted(await rota.define({ ...byDay, ...lateNight }));
    expect(leftOut.length).toBeGreaterThanOrEqual(1);
    for (const one of leftOut)
      expect(one).toMatchObject({
        opensAtWall: expect.stringMatching(/-03-\d\dT01:50$/),
        because: 'clocksLeap',
      });
  });

  describe('and slots of their own', () => {
    const refused = async (opensAtWall: string, closesAtWall: string) => {
      const answer = await charity.tryAddSlot({ opensAtWall, closesAtWall });
      return answer.ok ? 'accepted' : answer.refusal;
    };

    it.each([
      ['2031-01-01T10:00', '2031-01-01T10:00', 'endsBeforeItBegins', '2031-01-01T10:00', '2031-01-01T10:01'],
      ['2031-01-02T10:00', '2031-04-01T10:00', 'tooLong', '2031-01-02T10:00', '2031-01-16T10:00'],
      ['2031-10-20T10:00', '2031-12-01T10:00', 'tooLong', '2031-10-20T10:00', '2031-11-03T09:00'],
      ['2031-02-30T10:00', '2031-02-30T12:00', 'noSuchDay', '2031-02-28T10:00', '2031-02-28T12:00'],
      ['2031-03-30T01:50', '2031-03-30T02:10', 'endsBeforeItBegins', '2031-03-30T01:50', '2031-03-30T01:51'],
    ])('from %s to %s is none: %s', async (opens, closes, problem, opensAtWall, closesAtWall) => {
      expect(await refused(opens, closes)).toMatchObject({
        code: 'impossibleWindow',
        details: { problem, nearest: { opensAtWall, closesAtWall } },
      });
      expect(await charity.tryAddSlot({ opensAtWall, closesAtWall })).toMatchObject({ ok: true });
    });

    it('is none in the past, and the nearest is the same weekday and time ahead', async () => {
      const answer = await refused('2020-01-03T10:00', '2020-01-03T12:00');
      if (answer === 'accepted') throw new Error(answer);
      const { nearest } = answer.details as { nearest: { opensAtWall: string; closesAtWall: string } };
      expect(new Date(`${nearest.opensAtWall}Z`).getUTCDay()).toBe(5);
      expect(Date.parse(`${nearest.closesAtWall}Z`) - Date.now()).toBeLessThan(15 * 24 * 3_600_000);
      expect(await charity.tryAddSlot(nearest)).toMatchObject({ ok: true });
    });

    it('does not overlap another, which is shown', async () => {
      const other = await charity.addSlot('2031-06-01T10:00', '2031-06-01T12:00');
      expect(await refused('2031-06-01T11:00', '2031-06-01T13:00')).toMatchObject({
        code: 'overlaps',
        details: { with: { slotId: other.slotId } },
      });
    });
  });
});
