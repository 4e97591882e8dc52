import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CharityOnStage, CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import type { Slot } from '../slots/slots.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let stage: Stage;
let charity: CharityOnStage;
let robin: CuratorOnStage;
let kim: CuratorOnStage;
let slot: Slot;
let other: Slot;
let shifted = 0;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  charity = await stage.aCharity();
  [robin, kim] = [await charity.aReadyCurator(), await charity.aReadyCurator()];
  slot = await charity.addSlotIn({ opensInMs: 3 * dayMs, lastsMs: dayMs });
  other = await charity.addSlotIn({ opensInMs: 9 * dayMs, lastsMs: dayMs });
});

const hold = ({ caller }: CuratorOnStage, { slotId } = slot) =>
  stage.call('hold-slot', { charityId: charity.charityId, slotId }, caller);
const release = ({ caller }: CuratorOnStage) =>
  stage.call('release-hold', { charityId: charity.charityId }, caller);
/** The clock goes on, and no timer runs. */
const passes = (ms: number) => {
  shifted += ms;
  return stage.shiftClock(shifted);
};

describe('a slot that is being booked', () => {
  it('is kept for ten minutes, in which nobody else gets it and who keeps it certainly does', async () => {
    expect(await hold(robin)).toMatchObject({ ok: true });
    const refused = { refusal: { code: 'slotHeld', details: { alternatives: [{ slotId: other.slotId }] } } };
    expect((await charity.book(slot, kim)).answer).toMatchObject(refused);
    expect(await hold(kim)).toMatchObject(refused);
    await passes(9 * minuteMs);
    const [theirs, another] = await Promise.all([charity.book(slot, robin), charity.book(slot, kim)]);
    expect(theirs.answer).toMatchObject({ ok: true });
    expect(another.answer).toMatchObject({ ok: false });
  });

  it('is anybody’s when ten minutes are over, although nothing has run', async () => {
    await stage.stopReplicas();
    await stage.startReplica();
    await hold(robin);
    await passes(10 * minuteMs + 1_000);
    expect(await charity.slots()).toMatchObject([{ state: 'free' }, { state: 'free' }]);
    expect((await charity.book(slot, kim)).answer).toMatchObject({ ok: true });
  });

  it('is one a person: another one lets go of the first', async () => {
    await hold(robin);
    await hold(robin, other);
    expect((await charity.slots()).map(({ state }) => state)).toEqual(['free', 'held']);
    expect(await hold(kim)).toMatchObject({ ok: true });
    expect(await release(robin)).toMatchObject({ value: { released: true } });
    expect(await release(robin)).toMatchObject({ value: { released: false } });
    expect((await charity.book(other, await charity.aReadyCurator())).answer).toMatchObject({ ok: true });
  });

  it('is one person’s, of however many at once', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => charity.aReadyCurator()));
    const answers = await Promise.all(people.map((person) => hold(person)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('of holding and booking at once goes to one', async () => {
    const [held, booked] = await Promise.all([hold(robin), charity.book(slot, kim)]);
    expect(held.ok).not.toBe(booked.answer.ok);
  });

  it('cannot be one that is taken, or over, or kept all day, or by somebody who is not ready', async () => {
    await charity.book(slot, kim);
    expect(await hold(robin)).toMatchObject({
      refusal: { code: 'slotTaken', details: { alternatives: [{ slotId: other.slotId }] } },
    });
    expect(await hold(charity.aCuratorWhoIsNotReady(), other)).toMatchObject({
      refusal: { code: 'notReady' },
    });
    for (let time = 0; time < 30; time += 1) await hold(robin, other);
    expect(await hold(robin, other)).toMatchObject({ refusal: { code: 'enough' } });
    await passes(5 * dayMs);
    expect(await hold(robin)).toMatchObject({ refusal: { code: 'slotOver' } });
    expect(await hold(robin, other)).toMatchObject({ ok: true });
  });
});
