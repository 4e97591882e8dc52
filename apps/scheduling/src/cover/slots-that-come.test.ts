import { type HiatusId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { coverActs } from '../rehearsal/cover-acts.js';
import { RotaOnStage } from '../rehearsal/rota-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 24 * 3_600_000;

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

const { charityId, aSlot, waits, offersOf, openOfferOf, accepts, declines, cover } = coverActs(
  () => stage,
  () => charity,
);
const offered = async () => (await charity.slots()).filter(({ state }) => state === 'offered');
const somebodyWaiting = async (wish = {}): Promise<CuratorOnStage> => {
  const curator = await charity.aReadyCurator();
  await waits(curator, wish);
  return curator;
};

describe('slots that come', () => {
  it('are offered to whoever waits longest before they are anybody’s, one at a time', async () => {
    const [kim, sam, quick] = [
      await somebodyWaiting(),
      await somebodyWaiting({ from: '2041-01-01' }),
      await charity.aReadyCurator(),
    ];
    const [slot, second] = [await aSlot(10 * dayMs), await aSlot(17 * dayMs)];
    expect([slot.state, second.state]).toEqual(['offered', 'free']);
    expect(await openOfferOf(kim)).toMatchObject({ slotId: slot.slotId, because: 'freed' });
    expect(await offersOf(sam)).toEqual([]);
    expect((await charity.book(slot, quick)).answer).toMatchObject({ refusal: { code: 'slotHeld' } });
    expect((await charity.book(second, quick)).answer).toMatchObject({ ok: true });
    const offer = await openOfferOf(kim);
    if (offer) accepted(await accepts(kim, offer.offerId));
    expect(await offered()).toEqual([]);
  });

  it('are free at once where nobody waits for them, and far ahead', async () => {
    expect(await aSlot(10 * dayMs)).toMatchObject({ state: 'free' });
    await somebodyWaiting({ until: '2041-01-01', from: '2041-01-01' });
    expect(await aSlot(17 * dayMs)).toMatchObject({ state: 'free' });
    await somebodyWaiting();
    expect(await aSlot(60 * dayMs)).toMatchObject({ state: 'free' });
    expect(await cover()).toEqual([]);
  });

  it('come back after a hiatus to those who wait, and not to those who clicked first', async () => {
    accepted(await rota.define());
    const [, , third] = await charity.slots();
    if (!third) throw new Error('the rota is empty');
    const [from, until] = [third.opensAtWall.slice(0, 10), third.closesAtWall.slice(0, 10)];
    const hiatusId = newId<HiatusId>();
    const hiatus = { charityId: charityId(), hiatusId, label: 'Away', from, until };
    accepted(await stage.call('set-hiatus', hiatus, charity.manager));
    const kim = await somebodyWaiting();
    accepted(await stage.call('remove-hiatus', { charityId: charityId(), hiatusId }, charity.manager));
    expect(await openOfferOf(kim)).toMatchObject({ opensAt: third.opensAt });
    expect((await offered()).map(({ opensAt }) => opensAt)).toEqual([third.opensAt]);
  });

  it('are never listed as free while they are offered', async () => {
    await somebodyWaiting();
    const [slot, other] = [await aSlot(10 * dayMs), await aSlot(17 * dayMs)];
    const list = { charityId: charityId(), state: 'free', limit: 100 } as const;
    const { slots } = accepted(await stage.call('list-slots', list, charity.manager));
    expect(slots.map(({ slotId }) => slotId)).toEqual([other.slotId]);
    expect(await charity.slots()).toMatchObject([{ slotId: slot.slotId, state: 'offered' }, {}]);
  });
});

describe('a whole rota that comes while thirty people wait', () => {
  const daily = {
    startsOn: '2026-01-01',
    recurrence: 'FREQ=DAILY',
    opensAtTime: '09:00',
    closesAfterDays: 0,
    closesAtTime: '20:00',
  };
  it('writes to ten of them, to each once, in less than three seconds, and is free to all else', async () => {
    const thirty = await Promise.all(Array.from({ length: 30 }, () => somebodyWaiting()));
    const before = Date.now();
    accepted(await rota.define(daily));
    expect(Date.now() - before).toBeLessThan(3_000);
    const offers = await Promise.all(thirty.map(offersOf));
    expect(offers.map(({ length }) => length).filter((asked) => asked > 0)).toEqual(Array(10).fill(1));
    expect(await offered()).toHaveLength(10);
  });

  it('asks the next where somebody says no, and nobody twice at one time', async () => {
    const people = await Promise.all(Array.from({ length: 3 }, () => somebodyWaiting()));
    accepted(await rota.define(daily));
    for (let noes = 0; noes < 6; noes += 1) {
      const open = await Promise.all(people.map(async (one) => ({ one, offers: await offersOf(one) })));
      for (const { offers } of open)
        expect(offers.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1);
      const asked = open.flatMap(({ one, offers }) =>
        offers.filter(({ state }) => state === 'open').map(({ offerId }) => ({ one, offerId })),
      )[0];
      if (asked) accepted(await declines(asked.one, asked.offerId));
    }
    expect((await offered()).length).toBeLessThanOrEqual(3);
  });
});
