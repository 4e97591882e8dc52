import type { HiatusId, SlotId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { coverActs } from '../rehearsal/cover-acts.js';
import { RotaOnStage, weekend } from '../rehearsal/rota-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { placesOf } from './standby-moves-on.js';

const dayMs = 86_400_000;
const saturdays = { ...weekend, opens: { weekday: 'saturday', time: '10:00' } } as const;

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
const { charityId, standsBy } = coverActs(
  () => stage,
  () => charity,
);
const standbyOf = async ({ caller }: CuratorOnStage) =>
  accepted(await stage.call('view-my-waiting', { charityId: charityId() }, caller)).standby;

describe('standing by for a slot that a rule replaces', () => {
  it('becomes standing by for the one in its place, since the same moment, in the same order', async () => {
    const before = accepted(await rota.define());
    const [first, other] = await Promise.all([charity.aReadyCurator(), charity.aReadyCurator()]);
    const slot = (await charity.slots())[4];
    if (!slot) throw new Error('the rota is empty');
    for (const curator of [first, other]) await standsBy(curator, slot);
    const [was] = await standbyOf(first);
    const { slotsGone } = accepted(await rota.define(saturdays));
    expect(slotsGone).toBe(before.slots);
    const [is] = await standbyOf(first);
    expect(is).toMatchObject({ since: was?.since });
    const place = (await charity.slots()).find(({ slotId }) => slotId === is?.slotId);
    expect(Date.parse(place?.opensAt ?? '') - Date.parse(slot.opensAt)).toBe(16.5 * 3_600_000);
    const listed = accepted(await stage.call('list-standby', { charityId: charityId() }, charity.manager));
    expect(listed.standby.map(({ curatorId }) => curatorId)).toEqual([first.curatorId, other.curatorId]);
  });

  it('ends where nothing takes its place', async () => {
    accepted(await rota.define());
    const robin = await charity.aReadyCurator();
    const slot = (await charity.slots())[4];
    if (!slot) throw new Error('the rota is empty');
    await standsBy(robin, slot);
    const day = slot.opensAtWall.slice(0, 10);
    const hiatus = { hiatusId: newId<HiatusId>(), label: 'Away', from: day, until: day };
    expect(
      accepted(await stage.call('set-hiatus', { charityId: charityId(), ...hiatus }, charity.manager)),
    ).toMatchObject({ slotsGone: 1 });
    expect(await standbyOf(robin)).toEqual([]);
  });
});

describe('the place of a slot that went', () => {
  const at = (day: number) => {
    const opensAt = new Date(Date.UTC(2031, 0, 1) + day * dayMs);
    return { slotId: newId<SlotId>(), opensAt, closesAt: new Date(+opensAt + dayMs) };
  };

  it('is the nearest that came, each for one, and none farther away than half a week', () => {
    const gone = [at(0), at(7), at(30)];
    const came = [at(1), at(8), at(20)];
    const slots = came.map(({ slotId }) => slotId);
    expect(gone.map(({ slotId }) => placesOf(gone, came).get(slotId))).toEqual([
      slots[0],
      slots[1],
      undefined,
    ]);
  });
});
