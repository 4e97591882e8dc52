import type { TakeoverId } from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CharityOnStage, CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { coverActs } from '../rehearsal/cover-acts.js';
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

const { charityId, aSlot, waits, openOfferOf, declines, factsOf, aBookedSlot } = coverActs(
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
});
