import { type HiatusId, type OfferId, offerClosed, wireTypeOf } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { coverActs } from '../rehearsal/cover-acts.js';
import { RotaOnStage, weekend } from '../rehearsal/rota-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import type { Slot } from '../slots/slots.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let stage: Stage;
let charity: CharityOnStage;
let rota: RotaOnStage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  charity = await stage.aCharity();
  rota = new RotaOnStage(stage, charity);
});

const { charityId, aSlot, waits, offersOf, accepts, declines, factsOf, cover } = coverActs(
  () => stage,
  () => charity,
);
const weekendLater = { ...weekend, opens: { weekday: 'friday', time: '19:00' } } as const;

/** A free slot that is offered to somebody, because somebody else has called off. */
async function anOfferedSlot(slot: Slot): Promise<{ slot: Slot; kim: CuratorOnStage; offerId: OfferId }> {
  const [robin, kim] = await Promise.all([charity.aReadyCurator(), charity.aReadyCurator()]);
  const { takeoverId } = await charity.book(slot, robin);
  await waits(kim);
  accepted(await stage.call('cancel-booking', { charityId: charityId(), takeoverId }, charity.manager));
  const [offer] = await offersOf(kim);
  if (offer?.state !== 'open') throw new Error('nothing was offered');
  return { slot, kim, offerId: offer.offerId };
}
async function slotOfRota(): Promise<Slot> {
  accepted(await rota.define());
  const slot = (await charity.slots())[4];
  if (!slot) throw new Error('the rota is empty');
  return slot;
}
const hiatusOver = ({ opensAtWall }: Slot) => {
  const day = opensAtWall.slice(0, 10);
  const hiatus = { hiatusId: newId<HiatusId>(), label: 'Away', from: day, until: day };
  return stage.call('set-hiatus', { charityId: charityId(), ...hiatus }, charity.manager);
};
const remove = ({ slotId }: Slot) =>
  stage.call('remove-slot', { charityId: charityId(), slotId }, charity.manager);

describe('a slot that is being offered and goes', () => {
  it.each([
    ['by a rule that moves', slotOfRota, () => rota.define(weekendLater)],
    ['by the end of its rota', slotOfRota, () => rota.end()],
    ['by a hiatus', slotOfRota, hiatusOver],
    ['because it is removed', () => aSlot(40 * dayMs), remove],
  ])('%s: the offer is over, and whoever was asked hears so', async (_, made, goes) => {
    const { slot, kim, offerId } = await anOfferedSlot(await made());
    expect(await goes(slot)).toMatchObject({ ok: true });
    expect((await charity.slots()).map(({ slotId }) => slotId)).not.toContain(slot.slotId);
    const closed = await factsOf(wireTypeOf(offerClosed));
    expect(closed).toMatchObject([{ subject: offerId, data: { outcome: 'withdrawn' } }]);
    expect(await accepts(kim, offerId)).toMatchObject({ refusal: { code: 'offerOver' } });
    expect(accepted(await declines(kim, offerId))).toMatchObject({ state: 'withdrawn' });
    expect(await offersOf(kim)).toContainEqual(
      expect.objectContaining({ offerId, opensAt: slot.opensAt, state: 'withdrawn' }),
    );
    expect(await cover()).toContainEqual(expect.objectContaining({ slotId: slot.slotId, state: 'stopped' }));
  });

  it('is never taken away from under an open offer, whoever tries', async () => {
    const { slot } = await anOfferedSlot(await aSlot(40 * dayMs));
    const behindOurBack = stage.inCharity(charityId(), (tx) =>
      tx.query('DELETE FROM slot WHERE charity_id = $1 AND slot_id = $2', [tx.charityId, slot.slotId]),
    );
    await expect(behindOurBack).rejects.toThrow();
  });
});

describe('a slot that is just being booked and goes', () => {
  it('is told so to whoever kept it, with what is free; to others it never was there', async () => {
    const [robin, kim] = await Promise.all([charity.aReadyCurator(), charity.aReadyCurator()]);
    const [slot, other] = [await aSlot(10 * dayMs), await aSlot(20 * dayMs)];
    const { slotId } = slot;
    accepted(await stage.call('hold-slot', { charityId: charityId(), slotId }, robin.caller));
    accepted(await remove(slot));
    expect((await charity.book(slot, robin)).answer).toMatchObject({
      refusal: { code: 'slotGone', details: { alternatives: [{ slotId: other.slotId }] } },
    });
    expect((await charity.book(slot, kim)).answer).toMatchObject({ refusal: { code: 'notFound' } });
    expect((await charity.book(other, robin)).answer).toMatchObject({ ok: true });
  });
});
