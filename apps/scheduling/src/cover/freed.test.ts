import type { SwapId, TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { coverActs } from '../rehearsal/cover-acts.js';
import { RotaOnStage, weekend } from '../rehearsal/rota-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let stage: Stage;
let charity: CharityOnStage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  charity = await stage.aCharity();
});

const { charityId, aSlot, waits, standsBy, offersOf, openOfferOf, declines, factsOf, aBookedSlot } =
  coverActs(
    () => stage,
    () => charity,
  );

describe('a slot that becomes free', () => {
  const cancels = (curator: CuratorOnStage, takeoverId: TakeoverId) =>
    stage.call('cancel-booking', { charityId: charityId(), takeoverId }, curator.caller);

  it('is offered to whoever waits longest for it before it is anybody’s', async () => {
    const { slot, robin, takeoverId, others } = await aBookedSlot(3, 40 * dayMs);
    const [never, kim, quick] = others;
    await waits(never, { from: '2041-01-01', until: '2041-01-31' });
    await waits(kim);
    await cancels(robin, takeoverId);
    expect((await charity.book(slot, quick)).answer).toMatchObject({ refusal: { code: 'slotHeld' } });
    expect((await charity.book(slot, kim)).answer).toMatchObject({ refusal: { code: 'offeredToYou' } });
    const offer = await openOfferOf(kim);
    expect(offer).toMatchObject({ because: 'freed' });
    if (offer) await declines(kim, offer.offerId);
    expect((await charity.book(slot, quick)).answer).toMatchObject({ ok: true });
    expect(await factsOf('baton.slot.uncovered.v1')).toEqual([]);
  });

  it('is nobody’s at once where nobody waits, and never offered past the limits', async () => {
    const { slot, robin, takeoverId, others } = await aBookedSlot(2, 40 * dayMs);
    const [busy, quick] = others;
    await charity.book(await aSlot(60 * dayMs), busy);
    await waits(busy);
    await cancels(robin, takeoverId);
    expect((await charity.book(slot, quick)).answer).toMatchObject({ ok: true });
  });

  it('keeps nobody from it longer than half a day where it is far ahead', async () => {
    const lasts = async (opensInMs: number) => {
      charity = await stage.aCharity();
      const { robin, takeoverId, others } = await aBookedSlot(1, opensInMs);
      await waits(others[0]);
      const before = Date.now();
      await cancels(robin, takeoverId);
      const offer = await openOfferOf(others[0]);
      return Math.round((Date.parse(offer?.expiresAt ?? '') - before) / hourMs);
    };
    expect(await lasts(40 * dayMs)).toBe(12);
    expect(await lasts(12 * dayMs)).toBe(24);
  });

  it('asks who stands by as well in the last three days, and calls the team where nobody can', async () => {
    for (const [opensInMs, because] of [
      [71 * hourMs, 'cover'],
      [10 * dayMs, undefined],
    ] as const) {
      const { slot, robin, takeoverId, others } = await aBookedSlot(1, opensInMs);
      await standsBy(others[0], slot);
      await cancels(robin, takeoverId);
      const offer = await openOfferOf(others[0]);
      expect(offer?.because).toBe(because);
      if (offer) await declines(others[0], offer.offerId);
    }
    expect(await factsOf('baton.slot.uncovered.v1')).toHaveLength(1);
  });

  it('is offered when its curator pauses, and not when it goes with its rota or is swapped', async () => {
    const paused = await aBookedSlot(0, 10 * dayMs);
    const [one, other] = [await aBookedSlot(0, 20 * dayMs), await aBookedSlot(0, 30 * dayMs)];
    const kim = await charity.aReadyCurator();
    await waits(kim);
    await charity.pauses(paused.robin);
    const offer = await openOfferOf(kim);
    expect(offer).toMatchObject({ slotId: paused.slot.slotId, because: 'freed' });
    if (offer) await declines(kim, offer.offerId);

    const swapId = newId<SwapId>();
    const swap = { charityId: charityId(), swapId, takeoverId: one.takeoverId, slotId: other.slot.slotId };
    accepted(await stage.call('propose-swap', swap, one.robin.caller));
    const yes = { charityId: charityId(), swapId, yes: true };
    accepted(await stage.call('answer-swap', yes, other.robin.caller));
    expect((await offersOf(kim)).filter(({ slotId }) => slotId !== paused.slot.slotId)).toEqual([]);
  });

  it('goes with its rota when its booking is called off, and only what comes instead is offered', async () => {
    const rota = new RotaOnStage(stage, charity);
    accepted(await rota.define());
    const [booked] = await rota.bookedAt(2);
    const kim = await charity.aReadyCurator();
    await waits(kim);
    accepted(await rota.define({ ...weekend, opens: { weekday: 'friday', time: '19:00' } }, 'cancel'));
    expect((await charity.slots()).map(({ slotId }) => slotId)).not.toContain(booked?.slotId);
    const offers = await offersOf(kim);
    expect(offers).toMatchObject([{ state: 'open', because: 'freed' }]);
    expect(offers[0]?.opensAt).toMatch(/T19:00/);
  });
});
