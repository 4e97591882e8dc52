import { actorOf, type RotaId, type SlotId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const hourMs = 3_600_000;

describe('what scheduling notes for the audit', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  it('is a rota, each time its rule becomes another', async () => {
    const rotaId = newId<RotaId>();
    const define = (weekday: 'friday' | 'saturday') => {
      const opens = { weekday, time: '17:30' };
      const closes = { weekday: 'monday' as const, time: '09:00' };
      const input = { charityId: charity.charityId, rotaId, opens, closes, startsOn: '2026-01-01' };
      return stage.call('define-rota', input, charity.manager);
    };
    await define('friday');
    await define('friday');
    await define('saturday');
    const entry = { actor: actorOf(charity.manager), action: 'rota.defined', about: rotaId, details: {} };
    expect(await charity.audit()).toEqual([
      { ...entry, at: expect.any(String) },
      { ...entry, at: expect.any(String) },
    ]);
  });

  it('is a slot that was added, once, and none that was refused', async () => {
    const slotId = newId<SlotId>();
    const slot = { slotId, opensAtWall: '2033-01-02T10:00', closesAtWall: '2033-01-02T12:00' };
    await charity.tryAddSlot(slot);
    await charity.tryAddSlot(slot);
    await charity.tryAddSlot({ ...slot, slotId: newId<SlotId>() });
    expect(await charity.audit()).toMatchObject([
      { actor: actorOf(charity.manager), action: 'slot.added', about: slotId },
    ]);
  });

  it('is a booking by whoever made it, and the takeover as it opens and closes by itself', async () => {
    const slot = await charity.addSlotIn({ opensInMs: hourMs, lastsMs: hourMs });
    const curator = await charity.aReadyCurator();
    const { takeoverId } = await charity.book(slot, curator);
    await charity.book(slot, curator, takeoverId);
    for (const hours of [1, 2]) {
      await stage.shiftClock(hours * hourMs);
      await stage.look();
    }
    await stage.shiftClock(0);
    const entries = (await charity.audit()).filter(({ about }) => about === takeoverId);
    expect(entries).toMatchObject([
      {
        actor: actorOf(curator.caller),
        action: 'slot.booked',
        details: { slot: slot.slotId, curator: curator.curatorId },
      },
      { actor: 'scheduling', action: 'takeover.opened', details: { curator: curator.curatorId } },
      { actor: 'scheduling', action: 'takeover.closed', details: { hadOpened: true } },
    ]);
  });
});
