import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const hourMs = 3_600_000;

describe('booking a slot', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  it('schedules a takeover with both edges of its window, and says so once', async () => {
    const slot = await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00');
    const robin = await charity.aReadyCurator({ penName: 'Robin', identityLevel: 'anonymous' });
    const { takeoverId, answer } = await charity.book(slot, robin);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        takeoverId,
        slotId: slot.slotId,
        curatorId: robin.curatorId,
        penName: 'Robin',
        identityLevel: 'anonymous',
        opensAt: '2031-03-07T17:30:00.000Z',
        closesAt: '2031-03-10T09:00:00.000Z',
        state: 'scheduled',
      },
    });
    const again = await charity.book(slot, robin, takeoverId);
    expect(again.answer).toEqual(answer);
    const facts = await charity.factsAbout(takeoverId);
    expect(facts.map((fact) => [fact.type, fact.revision])).toEqual([['baton.takeover.scheduled.v1', 1]]);
    expect(facts[0]?.data).toMatchObject({ slotId: slot.slotId, closesAt: '2031-03-10T09:00:00.000Z' });
  });

  it('R13: of two hundred people at once, one gets the slot and the others are shown what is free', async () => {
    const slot = await charity.addSlot('2031-04-04T17:30', '2031-04-07T09:00');
    const free = await charity.addSlot('2031-04-11T17:30', '2031-04-14T09:00');
    const curators = await Promise.all(Array.from({ length: 200 }, () => charity.aReadyCurator()));
    const answers = await Promise.all(curators.map((curator) => charity.book(slot, curator)));
    expect(answers.filter(({ answer }) => answer.ok)).toHaveLength(1);
    const refusals = answers.flatMap(({ answer }) => (answer.ok ? [] : [answer.refusal]));
    expect(refusals).toHaveLength(199);
    for (const refusal of refusals) {
      expect(refusal.code).toBe('slotTaken');
      expect(refusal.details).toEqual({ alternatives: [free] });
    }
    const booked = await charity.takeovers();
    expect(booked.filter((takeover) => takeover.slotId === slot.slotId)).toHaveLength(1);
  });

  it('offers five other slots at most, soonest first', async () => {
    const other = await stage.aCharity();
    const slot = await other.addSlot('2031-05-01T09:00', '2031-05-02T09:00');
    for (const day of ['09', '08', '07', '06', '05', '04']) {
      await other.addSlot(`2031-05-${day}T09:00`, `2031-05-${day}T10:00`);
    }
    await other.book(slot, await other.aReadyCurator());
    const { answer } = await other.book(slot, await other.aReadyCurator());
    expect(answer).toMatchObject({
      refusal: {
        code: 'slotTaken',
        details: {
          alternatives: ['04', '05', '06', '07', '08'].map((day) => ({
            opensAtWall: `2031-05-${day}T09:00`,
          })),
        },
      },
    });
  });

  it('says so when no other slot is free', async () => {
    const other = await stage.aCharity();
    const slot = await other.addSlot('2031-05-01T09:00', '2031-05-02T09:00');
    await other.book(slot, await other.aReadyCurator());
    const { answer } = await other.book(slot, await other.aReadyCurator());
    expect(answer).toMatchObject({
      refusal: {
        code: 'slotTaken',
        message: expect.stringContaining('no other is free'),
        details: { alternatives: [] },
      },
    });
  });

  it('is for a curator who accepted the agreement, and only for themself', async () => {
    const slot = await charity.addSlot('2031-06-06T17:30', '2031-06-09T09:00');
    const stranger = charity.aCuratorWhoIsNotReady();
    expect((await charity.book(slot, stranger)).answer).toMatchObject({ refusal: { code: 'notReady' } });
    const robin = await charity.aReadyCurator();
    const kim = await charity.aReadyCurator();
    const forKim = {
      charityId: charity.charityId,
      slotId: slot.slotId,
      takeoverId: newId(),
      curatorId: kim.curatorId,
    };
    expect(await stage.call('book-slot', forKim, robin.caller)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
    expect(await stage.call('book-slot', forKim, charity.manager)).toMatchObject({
      value: { curatorId: kim.curatorId },
    });
  });

  it('refuses a slot that is over, and one that another charity has', async () => {
    const robin = await charity.aReadyCurator();
    const short = await charity.addSlotIn({ opensInMs: -60_000, lastsMs: 120_000 });
    await stage.shiftClock(hourMs);
    expect((await charity.book(short, robin)).answer).toMatchObject({ refusal: { code: 'slotOver' } });
    const theirs = await (await stage.aCharity()).addSlot('2031-07-04T17:30', '2031-07-07T09:00');
    expect((await charity.book(theirs, robin)).answer).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('refuses the id of another booking', async () => {
    const robin = await charity.aReadyCurator();
    const first = await charity.addSlot('2031-08-01T17:30', '2031-08-04T09:00');
    const second = await charity.addSlot('2031-08-08T17:30', '2031-08-11T09:00');
    const { takeoverId } = await charity.book(first, robin);
    expect((await charity.book(second, robin, takeoverId)).answer).toMatchObject({
      refusal: { code: 'badInput', details: [{ field: 'takeoverId' }] },
    });
  });

  it('shows a curator their own takeovers and nobody else’s, and staff all of them', async () => {
    const other = await stage.aCharity();
    const robin = await other.aReadyCurator();
    const kim = await other.aReadyCurator();
    await other.book(await other.addSlot('2031-09-05T17:30', '2031-09-08T09:00'), robin);
    await other.book(await other.addSlot('2031-09-12T17:30', '2031-09-15T09:00'), kim);
    const seenBy = async (caller: typeof other.manager) =>
      (await other.takeovers(caller)).map((takeover) => takeover.curatorId);
    expect(await seenBy(robin.caller)).toEqual([robin.curatorId]);
    expect(await seenBy(other.manager)).toEqual([kim.curatorId, robin.curatorId]);
  });

  it('hides a name at once, also in takeovers booked before, when its curator asks for that', async () => {
    const other = await stage.aCharity();
    const kim = await other.aReadyCurator({ penName: 'Kim', identityLevel: 'penName' });
    await other.book(await other.addSlotIn({ opensInMs: hourMs, lastsMs: hourMs }), kim);
    expect((await other.onAir()).next).toMatchObject({ knownAs: 'Kim' });
    await other.hearsReady(kim, 2, { penName: 'Kim', identityLevel: 'anonymous' });
    expect((await other.onAir()).next).toMatchObject({ knownAs: null });
    expect(await other.takeovers()).toMatchObject([{ identityLevel: 'anonymous' }]);
  });
});
