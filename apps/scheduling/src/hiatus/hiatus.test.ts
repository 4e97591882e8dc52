import { type HiatusId, operations, type RequestOf } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { RotaOnStage } from '../rehearsal/rota-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

type Hiatus = RequestOf<(typeof operations.scheduling)['set-hiatus']>;
const { addedDays, dayIn } = calendar();

describe('a hiatus', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let rota: RotaOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity('Pacific/Auckland');
    rota = new RotaOnStage(stage, charity);
    accepted(await rota.define());
  });
  afterAll(() => stage.close());

  const set = (hiatus: Partial<Hiatus> & { from: string; until: string }) =>
    stage.call(
      'set-hiatus',
      { charityId: charity.charityId, hiatusId: newId<HiatusId>(), label: 'Christmas', ...hiatus },
      charity.manager,
    );
  const list = async () =>
    accepted(await stage.call('list-hiatuses', { charityId: charity.charityId }, charity.manager)).hiatuses;
  const remove = (hiatusId: HiatusId) =>
    stage.call('remove-hiatus', { charityId: charity.charityId, hiatusId }, charity.manager);
  const slotAt = async (place: number) => {
    const slot = (await charity.slots())[place];
    if (!slot) throw new Error(`there is no slot ${place}`);
    return { ...slot, opensOn: slot.opensAtWall.slice(0, 10), closesOn: slot.closesAtWall.slice(0, 10) };
  };

  it('leaves no free slot that touches it, on the charity’s clock, and gives them back', async () => {
    const before = await charity.slots();
    const [third, fourth] = [await slotAt(3), await slotAt(4)];
    const answer = accepted(await set({ from: third.closesOn, until: fourth.opensOn }));
    expect(answer).toMatchObject({ label: 'Christmas', everyYear: false, slotsGone: 2 });
    const left = (await charity.slots()).map(({ opensAtWall }) => opensAtWall);
    expect(left).toEqual(
      before
        .map((slot) => slot.opensAtWall)
        .filter((wall) => ![third, fourth].some((s) => s.opensAtWall === wall)),
    );
    expect((await rota.view()).leftOut).toEqual(
      [third, fourth].map(({ opensAtWall }) => ({
        opensAtWall,
        because: 'hiatus',
        with: { hiatusId: answer.hiatusId },
      })),
    );
    await stage.keepRotasFilled();
    expect(await charity.slots()).toHaveLength(before.length - 2);
    expect(accepted(await remove(answer.hiatusId))).toMatchObject({ slotsBack: 2 });
    expect(accepted(await remove(answer.hiatusId))).toMatchObject({ slotsBack: 0 });
    const after = await charity.slots();
    expect(after.map(({ opensAt }) => opensAt)).toEqual(before.map(({ opensAt }) => opensAt));
  });

  it('leaves alone what ends the day before or begins the day after', async () => {
    const [third, fourth] = [await slotAt(3), await slotAt(4)];
    const between = { from: addedDays(third.closesOn, 1), until: addedDays(fourth.opensOn, -1) };
    expect(accepted(await set(between))).toMatchObject({ slotsGone: 0 });
  });

  it('comes again every year, over New Year as well', async () => {
    const [year] = dayIn(0).split('-');
    accepted(
      await set({ from: `${Number(year) - 3}-12-20`, until: `${Number(year) - 2}-01-03`, everyYear: true }),
    );
    const inside = (await charity.slots()).filter(({ opensAtWall, closesAtWall }) => {
      const [opens, closes] = [opensAtWall.slice(5, 10), closesAtWall.slice(5, 10)];
      return opens >= '12-20' || opens <= '01-03' || (closes >= '12-20' && opens < '12-20');
    });
    expect(inside).toEqual([]);
    const years = new Set((await rota.view()).leftOut.map(({ opensAtWall }) => opensAtWall.slice(0, 4)));
    expect(years.size).toBeGreaterThanOrEqual(2);
  });

  it('asks what should happen to booked slots in it, and to no others', async () => {
    const [inside] = await rota.bookedAt(3);
    await rota.bookedAt(10);
    const hiatus = { from: dayIn(14), until: dayIn(35), hiatusId: newId<HiatusId>() };
    expect(await set(hiatus)).toMatchObject({
      refusal: {
        code: 'askWhatOfBooked',
        details: { booked: [{ slotId: inside?.slotId, penName: 'Curator 3' }] },
      },
    });
    expect(await list()).toEqual([]);
    accepted(await set({ ...hiatus, booked: 'keep' }));
    accepted(await set(hiatus));
    expect(await charity.slots()).toContainEqual({ ...inside?.slot, state: 'booked' });
  });

  it('tells beforehand what it would take away, changes nothing by that, and says afterwards what is booked in it', async () => {
    const [inside] = await rota.bookedAt(3);
    const hiatus = { from: dayIn(14), until: dayIn(42), hiatusId: newId<HiatusId>() };
    const before = await charity.slots();
    const preview = accepted(
      await stage.call('preview-hiatus', { charityId: charity.charityId, ...hiatus }, charity.manager),
    );
    expect(preview.booked).toMatchObject([{ slotId: inside?.slotId, penName: 'Curator 3' }]);
    expect(await charity.slots()).toEqual(before);
    expect(await list()).toEqual([]);
    const done = accepted(await set({ ...hiatus, booked: 'keep' }));
    expect(done.slotsGone).toBe(preview.slotsGone);
    expect(done.slotsGone).toBeGreaterThan(1);
    expect(await charity.slots()).toHaveLength(before.length - done.slotsGone);
    expect(await list()).toMatchObject([{ hiatusId: hiatus.hiatusId, booked: 1 }]);
  });

  it('moves them to the nearest window outside, or calls them off', async () => {
    const [moved] = await rota.bookedAt(3);
    const slot = await slotAt(3);
    accepted(await set({ from: slot.opensOn, until: slot.opensOn, booked: 'move' }));
    const now = (await charity.slots()).find(({ slotId }) => slotId === moved?.slotId);
    expect([addedDays(slot.opensOn, -7), addedDays(slot.opensOn, 7)]).toContain(
      now?.opensAtWall.slice(0, 10),
    );
    expect(await charity.takeovers()).toMatchObject([
      { takeoverId: moved?.takeoverId, opensAt: now?.opensAt },
    ]);
    const elsewhere = now?.opensAtWall.slice(0, 10) ?? '';
    accepted(await set({ from: elsewhere, until: elsewhere, booked: 'cancel' }));
    expect(await charity.takeovers()).toEqual([]);
  });

  it('holds for one-off slots too', async () => {
    await charity.addSlot('2031-12-24T10:00', '2031-12-24T12:00');
    const other = await charity.addSlot('2031-12-28T10:00', '2031-12-28T12:00');
    accepted(await set({ from: '2031-12-24', until: '2031-12-26' }));
    const oneOffs = (await charity.slots()).filter(({ opensAtWall }) => opensAtWall.startsWith('2031'));
    expect(oneOffs).toEqual([other]);
    expect(
      await charity.tryAddSlot({ opensAtWall: '2031-12-25T10:00', closesAtWall: '2031-12-25T12:00' }),
    ).toMatchObject({ refusal: { code: 'inHiatus' } });
  });

  it('is of days that there are, in an order that can be, and says what would work', async () => {
    const refused = async (hiatus: Parameters<typeof set>[0]) => {
      const answer = await set(hiatus);
      return answer.ok ? 'accepted' : [answer.refusal.code, answer.refusal.details];
    };
    const day = dayIn(30);
    expect(await refused({ from: day, until: dayIn(29) })).toEqual([
      'impossibleHiatus',
      { nearest: { from: day, until: day } },
    ]);
    expect(await refused({ from: day, until: dayIn(1000) })).toEqual([
      'impossibleHiatus',
      { nearest: { from: day, until: dayIn(30 + 365) } },
    ]);
    expect(await refused({ from: '2020-01-01', until: '2020-01-02' })).toMatchObject(['hiatusOver', {}]);
    expect(await refused({ from: '2999-01-01', until: '2999-01-02' })).toMatchObject(['tooFarAway', {}]);
    expect(await refused({ from: '2027-02-29', until: '2027-03-01' })).toMatchObject(['badInput', {}]);
    expect(await refused({ from: day, until: day, label: ' ' })).toMatchObject(['badInput', {}]);
  });

  it('is noted in the audit without its label', async () => {
    const { hiatusId } = accepted(await set({ from: dayIn(60), until: dayIn(61), label: 'Robin’s wedding' }));
    accepted(await remove(hiatusId));
    const noted = (await charity.audit()).filter(({ about }) => about === hiatusId);
    expect(noted.map(({ action }) => action)).toEqual(['hiatus.set', 'hiatus.removed']);
    expect(JSON.stringify(await stage.factsOf(charity.charityId))).not.toContain('wedding');
  });
});

function calendar() {
  const dayMs = 24 * 3_600_000;
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return {
    addedDays: (day: string, days: number) => dayOf(Date.parse(`${day}T00:00Z`) + days * dayMs),
    dayIn: (days: number) => dayOf(Date.now() + days * dayMs),
  };
}
