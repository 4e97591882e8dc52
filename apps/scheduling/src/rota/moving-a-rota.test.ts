import { curatorLeft, type SlotId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { type BookedOnStage, RotaOnStage, weekend } from '../rehearsal/rota-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const saturdays = { ...weekend, opens: { weekday: 'saturday', time: '10:00' } } as const;
/** Each of its windows lies over two weekends, so that everybody goes where somebody else still is. */
const sixDays = {
  ...weekend,
  opens: { weekday: 'sunday', time: '12:00' },
  closes: { weekday: 'saturday', time: '12:00' },
} as const;

describe('moving a rota', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let rota: RotaOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity('Europe/London');
    rota = new RotaOnStage(stage, charity);
    accepted(await rota.define());
  });
  afterAll(() => stage.close());

  const told = async ({ takeoverId }: BookedOnStage) =>
    (await charity.lifeOf(takeoverId)).map(({ type, data }) => [type.split('.')[2], data['because']]);
  const everything = async () => [await charity.slots(), await charity.takeovers(), await rota.view()];

  it('asks what should happen to booked slots, and changes nothing until somebody says', async () => {
    const [booked] = await rota.bookedAt(4);
    const before = await everything();
    const asked = await rota.define(saturdays);
    expect(asked).toMatchObject({
      refusal: {
        code: 'askWhatOfBooked',
        details: {
          booked: [
            {
              slotId: booked?.slotId,
              penName: 'Curator 4',
              nearest: { opensAtWall: saturdayAfter(booked?.slot.opensAtWall) },
            },
          ],
        },
      },
    });
    expect(await everything()).toEqual(before);
  });

  it('shows beforehand what it would do, and changes nothing by that', async () => {
    await rota.bookedAt(4, 5);
    const before = await everything();
    const { added, removed, kept, booked, rule } = accepted(await rota.preview(saturdays));
    expect(before[0]).toHaveLength(removed.length + 2);
    expect(added.length).toBeGreaterThan(70);
    expect({ kept, concerned: booked.map(({ penName }) => penName) }).toEqual({
      kept: 0,
      concerned: ['Curator 4', 'Curator 5'],
    });
    expect(rule).toMatchObject({ recurrence: 'FREQ=WEEKLY;BYDAY=SA', closesAfterDays: 2 });
    expect(await everything()).toEqual(before);
    accepted(await rota.define(saturdays, 'keep'));
    const free = (await charity.slots()).filter(({ state }) => state === 'free');
    expect(free.map(({ opensAt }) => opensAt)).toEqual(added.map(({ opensAt }) => opensAt));
  });

  it('keeps booked slots beside the rule, and asks no more about them', async () => {
    const [booked] = await rota.bookedAt(4);
    const kept = accepted(await rota.define(saturdays, 'keep'));
    expect(kept.leftOut).toEqual([
      expect.objectContaining({
        because: 'booked',
        with: expect.objectContaining({ slotId: booked?.slotId }),
      }),
    ]);
    expect(accepted(await rota.define(saturdays))).toEqual({ ...kept, slotsGone: 0 });
    expect(await charity.slots()).toContainEqual({ ...booked?.slot, state: 'booked' });
    expect((await rota.view()).keptBeside).toMatchObject([{ penName: 'Curator 4' }]);
  });

  it('moves each to the nearest new window, in their order, and tells everybody once', async () => {
    const booked = await rota.bookedAt(2, 3, 4, 10);
    const moved = accepted(await rota.define(sixDays, 'move'));
    const takeovers = (await charity.takeovers()).reverse();
    expect(takeovers.map(({ takeoverId }) => takeoverId)).toEqual(booked.map(({ takeoverId }) => takeoverId));
    expect(new Set(takeovers.map(({ opensAt }) => opensAt)).size).toBe(4);
    const slots = await charity.slots();
    for (const [index, { slotId }] of booked.entries()) {
      const slot = slots.find((there) => there.slotId === slotId);
      expect(slot).toMatchObject({ state: 'booked', opensAt: takeovers[index]?.opensAt });
      expect(slot?.opensAtWall).toMatch(/T12:00$/);
    }
    for (const each of booked)
      expect(await told(each)).toEqual([
        ['scheduled', undefined],
        ['moved', 'rotaMoved'],
      ]);
    expect(accepted(await rota.define(sixDays, 'move'))).toEqual({ ...moved, slotsGone: 0 });
    expect(await charity.slots()).toEqual(slots);
  });

  it('does not move where there is no room for all, and says for whom there is none', async () => {
    await rota.bookedAt(2, 3);
    const before = await everything();
    const rule = {
      startsOn: weekend.startsOn,
      recurrence: `FREQ=YEARLY;UNTIL=${new Date().getUTCFullYear() + 1}1231;BYMONTH=6;BYMONTHDAY=1`,
      opensAtTime: '10:00',
      closesAfterDays: 1,
      closesAtTime: '10:00',
    };
    const answer = await rota.define(rule, 'move');
    expect(answer).toMatchObject({ refusal: { code: 'nowhereToMove' } });
    expect(await everything()).toEqual(before);
  });

  it('calls off where that is chosen', async () => {
    const [booked] = await rota.bookedAt(4);
    if (!booked) throw new Error('nothing is booked');
    accepted(await rota.define(saturdays, 'cancel'));
    expect(await told(booked)).toEqual([
      ['scheduled', undefined],
      ['closed', 'rotaMoved'],
    ]);
    expect((await charity.slots()).every(({ opensAtWall }) => opensAtWall.endsWith('T10:00'))).toBe(true);
  });

  it('never touches what is open', async () => {
    const daily = {
      startsOn: weekend.startsOn,
      recurrence: 'FREQ=DAILY',
      opensAtTime: '00:00',
      closesAfterDays: 1,
      closesAtTime: '00:00',
    };
    accepted(await rota.define(daily));
    const [open] = await rota.bookedAt(0);
    if (!open) throw new Error('nothing is booked');
    await stage.look();
    for (const what of ['move', 'cancel'] as const) accepted(await rota.define(saturdays, what));
    expect(await told(open)).toEqual([
      ['scheduled', undefined],
      ['opened', undefined],
    ]);
    expect(await charity.slots()).toContainEqual({ ...open.slot, state: 'booked' });
  });

  it('takes away a slot whose takeover gave way, and keeps what is remembered of it', async () => {
    const [booked] = await rota.bookedAt(4);
    if (!booked) throw new Error('nothing is booked');
    const { curatorId } = booked;
    await stage.hears(curatorLeft, charity.charityId, {
      subject: curatorId,
      revision: 2,
      data: { curatorId, pastPosts: 'keep' },
    });
    accepted(await rota.define(saturdays));
    expect((await charity.slots()).map(({ slotId }) => slotId)).not.toContain(booked.slotId);
    expect(await told(booked)).toEqual([
      ['scheduled', undefined],
      ['closed', 'curatorGone'],
    ]);
  });

  describe('of several', () => {
    it('leaves out what would overlap another rota, says so, and has it once the other has ended', async () => {
      const other = new RotaOnStage(stage, charity);
      const [booked] = await rota.bookedAt(4);
      const both = accepted(await other.define(saturdays));
      expect(both.slots).toBe(0);
      expect(both.leftOut.length).toBeGreaterThan(70);
      expect(both.leftOut[0]).toMatchObject({ because: 'anotherRota', with: { rotaId: rota.rotaId } });
      accepted(await rota.end('keep'));
      const { leftOut, free } = await other.view();
      expect(leftOut).toMatchObject([{ with: { slotId: booked?.slotId } }]);
      expect(free).toBe(both.leftOut.length - 1);
    });

    it('lets no two overlap that are defined at once', async () => {
      const others = [saturdays, sixDays, weekend].map((rule) => ({
        rule,
        rota: new RotaOnStage(stage, charity),
      }));
      accepted(await rota.end());
      const answers = await Promise.all(others.map((other) => other.rota.define(other.rule)));
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
      const slots = await charity.slots();
      for (const [index, slot] of slots.slice(1).entries())
        expect(slot.opensAt >= (slots[index]?.closesAt ?? '')).toBe(true);
    });
  });

  describe('to its end', () => {
    it('asks first, keeps or calls off what is booked, and grows no more', async () => {
      const [booked] = await rota.bookedAt(4);
      expect(await rota.end()).toMatchObject({ refusal: { code: 'askWhatOfBooked' } });
      expect(accepted(await rota.end('keep'))).toMatchObject({ free: 0, booked: 1 });
      expect(await charity.slots()).toEqual([{ ...booked?.slot, state: 'booked' }]);
      expect(accepted(await rota.end())).toMatchObject({ booked: 1, endedAt: expect.any(String) });
      await stage.shiftClock(3 * 24 * 3_600_000);
      await stage.keepRotasFilled();
      expect(await charity.slots()).toHaveLength(1);
      expect(accepted(await rota.end('cancel'))).toMatchObject({ free: 0, booked: 0 });
      expect(await charity.takeovers()).toEqual([]);
      expect(await rota.define()).toMatchObject({ refusal: { code: 'rotaEnded' } });
      await stage.shiftClock(0);
    });
  });

  describe('by a slot', () => {
    const remove = (slotId: SlotId) =>
      stage.call('remove-slot', { charityId: charity.charityId, slotId }, charity.manager);

    it('removes a free one-off, and says of others what to do', async () => {
      const oneOff = await charity.addSlot('2031-03-04T10:00', '2031-03-04T12:00');
      const taken = await charity.addSlot('2031-03-05T10:00', '2031-03-05T12:00');
      await charity.book(taken, await charity.aReadyCurator());
      accepted(await remove(oneOff.slotId));
      accepted(await remove(oneOff.slotId));
      accepted(await remove(newId<SlotId>()));
      expect(await remove(taken.slotId)).toMatchObject({ refusal: { code: 'slotBooked' } });
      const [ofRota] = await charity.slots();
      if (!ofRota) throw new Error('the rota is empty');
      expect(await remove(ofRota.slotId)).toMatchObject({
        refusal: { code: 'slotOfRota', details: { rotaId: rota.rotaId } },
      });
      const noted = (await charity.audit()).filter(({ action }) => action === 'slot.removed');
      expect(noted).toMatchObject([{ about: oneOff.slotId }]);
    });

    it('is either removed or booked where both happen at once', async () => {
      for (let turn = 0; turn < 5; turn += 1) {
        const slot = await charity.addSlot(`2031-04-0${turn + 1}T10:00`, `2031-04-0${turn + 1}T12:00`);
        const curator = await charity.aReadyCurator();
        const [removed, booked] = await Promise.all([remove(slot.slotId), charity.book(slot, curator)]);
        expect([removed.ok, booked.answer.ok].filter(Boolean)).toHaveLength(1);
      }
    });
  });
});

/** From a Friday's slot to the Saturday's that is nearest. */
const saturdayAfter = (opensAtWall = ''): string => {
  const friday = Date.parse(`${opensAtWall.slice(0, 10)}T00:00Z`);
  return `${new Date(friday + 24 * 3_600_000).toISOString().slice(0, 10)}T10:00`;
};
