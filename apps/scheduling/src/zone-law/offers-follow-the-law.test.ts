import { type SlotId, slotOffered, wireTypeOf } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { databaseNow } from '../clock/database-now.js';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { RotaOnStage } from '../rehearsal/rota-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { fillAll } from '../rota/fill-rota.js';
import type { Slot } from '../slots/slots.js';
import { instantOfWallTime } from '../windows/instant-of-wall-time.js';
import type { ZoneRules } from '../windows/zone-rules.js';
import { deriveAnew } from './derive-anew.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** By a law that comes, Nairobi's clocks are an hour ahead of where they were. */
const anHourAhead: ZoneRules = {
  law: '2999a',
  instantOf: (wall, zone) => {
    const instant = instantOfWallTime(wall, zone);
    return instant && zone === 'Africa/Nairobi' ? new Date(instant.getTime() - hourMs) : instant;
  },
};
const anHourEarlier = (instant: string) => new Date(Date.parse(instant) - hourMs).toISOString();

describe('R14: a slot that is being offered when the law of its zone changes', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let rota: RotaOnStage;
  let kim: CuratorOnStage;
  let sam: CuratorOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    charity = await stage.aCharity('Africa/Nairobi');
    rota = new RotaOnStage(stage, charity);
    [kim, sam] = [await charity.aReadyCurator(), await charity.aReadyCurator()];
  });

  const offersOf = async ({ caller }: CuratorOnStage) =>
    accepted(await stage.call('list-my-offers', { charityId: charity.charityId }, caller)).offers;
  /** To Kim, and Sam would be next. */
  const isOffered = async (slot: Slot) => {
    const { charityId } = charity;
    const { takeoverId } = await charity.book(slot, await charity.aReadyCurator());
    const wish = { from: slot.opensAtWall.slice(0, 10) };
    for (const { caller } of [kim, sam])
      accepted(await stage.call('join-waitlist', { charityId, ...wish }, caller));
    accepted(await stage.call('cancel-booking', { charityId, takeoverId }, charity.manager));
    const [offer] = await offersOf(kim);
    if (offer?.state !== 'open') throw new Error('nothing was offered');
    return offer;
  };
  const byTheNewLaw = (does: typeof deriveAnew | typeof fillAll) =>
    stage.inCharity(charity.charityId, async (tx) => {
      await does(tx, { now: await databaseNow(tx), rules: anHourAhead });
    });
  const anySlot = async () => {
    accepted(await rota.define());
    const slot = (await charity.slots())[3];
    if (!slot) throw new Error('the rota is empty');
    return slot;
  };

  it.each([
    ['that moves', deriveAnew],
    ['that comes anew with its rota', fillAll],
  ])('%s is offered anew with its new time, to the same person', async (_, does) => {
    const slot = await anySlot();
    const before = await isOffered(slot);
    await byTheNewLaw(does);
    const [anew, old, ...more] = await offersOf(kim);
    expect(old).toMatchObject({ offerId: before.offerId, opensAt: slot.opensAt, state: 'withdrawn' });
    expect(anew).toMatchObject({ state: 'open', opensAt: anHourEarlier(slot.opensAt) });
    expect(more).toEqual([]);
    const facts = (await charity.facts()).filter(({ type }) => type === wireTypeOf(slotOffered));
    expect(facts.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([before.offerId, anew?.offerId]),
    );
    const { charityId } = charity;
    if (anew) accepted(await stage.call('accept-offer', { charityId, offerId: anew.offerId }, kim.caller));
    expect(await charity.takeovers()).toMatchObject([
      { curatorId: kim.curatorId, opensAt: anHourEarlier(slot.opensAt) },
    ]);
  });

  it('that goes because a booked one needs its time is offered to nobody any more', async () => {
    const wall = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 16);
    const utc = { zone: 'UTC', opensAtWall: wall(10 * dayMs), closesAtWall: wall(10 * dayMs + 2 * hourMs) };
    const booked = accepted(await charity.tryAddSlot({ slotId: newId<SlotId>(), ...utc }));
    await charity.book(booked, await charity.aReadyCurator());
    const after = 10 * dayMs + 5 * hourMs;
    const slot = await charity.addSlot(wall(after), wall(after + 2 * hourMs));
    expect(slot.opensAt.slice(0, 16)).toBe(booked.closesAt.slice(0, 16));
    await isOffered(slot);
    await byTheNewLaw(deriveAnew);
    expect((await offersOf(kim)).map(({ state }) => state)).toEqual(['withdrawn']);
    expect(await offersOf(sam)).toEqual([]);
    expect((await charity.slots()).map(({ slotId }) => slotId)).toEqual([booked.slotId]);
  });
});
