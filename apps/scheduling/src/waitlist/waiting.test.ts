import { curatorPaused } from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

let stage: Stage;
let charity: CharityOnStage;
let robin: CuratorOnStage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  charity = await stage.aCharity();
  robin = await charity.aReadyCurator();
});

type Wish = { from?: string; until?: string; weekdays?: ('friday' | 'saturday')[] };
const join = ({ caller }: CuratorOnStage, wish: Wish = {}) =>
  stage.call('join-waitlist', { charityId: charity.charityId, ...wish }, caller);
const standBy = ({ caller }: CuratorOnStage, how: { slotId?: string; from?: string; until?: string }) =>
  stage.call('offer-standby', { charityId: charity.charityId, ...how } as never, caller);
const mine = async ({ caller }: CuratorOnStage) =>
  accepted(await stage.call('view-my-waiting', { charityId: charity.charityId }, caller));
const everybody = async () =>
  accepted(await stage.call('list-standby', { charityId: charity.charityId }, charity.manager));

describe('waiting for a slot', () => {
  it('keeps its place when the wish changes, and ends with leaving or a booking', async () => {
    const kim = await charity.aReadyCurator();
    await join(robin);
    await join(kim);
    const wish = { from: '2031-01-01', until: '2031-12-31', weekdays: ['friday' as const] };
    expect(await join(robin, wish)).toMatchObject({ value: { ...wish, place: 1 } });
    expect((await everybody()).waitlist.map(({ curatorId }) => curatorId)).toEqual(
      [robin, kim].map(({ curatorId }) => curatorId),
    );
    const leave = () => stage.call('leave-waitlist', { charityId: charity.charityId }, robin.caller);
    expect(await leave()).toMatchObject({ value: { left: true } });
    expect(await leave()).toMatchObject({ value: { left: false } });
    expect((await mine(kim)).waitlist).toMatchObject({ place: 1 });
    await charity.book(await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00'), kim);
    expect((await mine(kim)).waitlist).toBeNull();
  });

  it('ends in no second booking where one was made meanwhile: the limits hold for a slot that became free', async () => {
    const giver = await charity.aReadyCurator();
    const freed = await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00');
    const other = await charity.addSlot('2031-05-02T17:30', '2031-05-05T09:00');
    const { takeoverId } = await charity.book(freed, giver);
    await join(robin);
    await stage.call('cancel-booking', { charityId: charity.charityId, takeoverId }, giver.caller);
    const { offers } = accepted(
      await stage.call('list-my-offers', { charityId: charity.charityId }, robin.caller),
    );
    expect((await charity.book(other, robin)).answer).toMatchObject({ ok: true });
    const offerId = offers[0]?.offerId as never;
    expect(
      await stage.call('accept-offer', { charityId: charity.charityId, offerId }, robin.caller),
    ).toMatchObject({ refusal: { code: 'tooManyAhead' } });
    expect(await charity.takeovers(robin.caller)).toHaveLength(1);
  });

  it('is on the days and weekdays one named', async () => {
    const slot = await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00');
    const [giver, early, saturday, right] = await Promise.all(
      [1, 2, 3, 4].map(() => charity.aReadyCurator()),
    );
    if (!giver || !early || !saturday || !right) throw new Error('nobody is there');
    await join(early, { from: '2031-03-01', until: '2031-03-09' });
    await join(saturday, { weekdays: ['saturday'] });
    await join(right, { from: '2031-03-07', until: '2031-03-10', weekdays: ['friday'] });
    const { takeoverId } = await charity.book(slot, giver);
    await stage.call('cancel-booking', { charityId: charity.charityId, takeoverId }, giver.caller);
    const offers = async ({ caller }: CuratorOnStage) =>
      accepted(await stage.call('list-my-offers', { charityId: charity.charityId }, caller)).offers.length;
    expect([await offers(early), await offers(saturday), await offers(right)]).toEqual([0, 0, 1]);
  });

  it('takes no days that cannot be, and nobody who is not ready', async () => {
    const impossible = { refusal: { code: 'impossibleDays' } };
    expect(await join(robin, { from: '2031-02-02', until: '2031-02-01' })).toMatchObject(impossible);
    expect(await join(robin, { until: '2020-01-01' })).toMatchObject(impossible);
    expect(await join(robin, { from: '2031-02-30' })).toMatchObject({ refusal: { code: 'badInput' } });
    expect(await join(charity.aCuratorWhoIsNotReady())).toMatchObject({ refusal: { code: 'notReady' } });
  });
});

describe('standing by', () => {
  it('is for a slot or for days, is said once, and is ended', async () => {
    const { slotId } = await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00');
    await standBy(robin, { slotId });
    await standBy(robin, { slotId });
    expect(await standBy(robin, { from: '2031-03-01', until: '2031-03-31' })).toMatchObject({
      value: { standby: [{ slotId }, { slotId: null, from: '2031-03-01', until: '2031-03-31' }] },
    });
    const end = (one?: { slotId: typeof slotId }) =>
      stage.call('end-standby', { charityId: charity.charityId, ...one }, robin.caller);
    expect(await end({ slotId })).toMatchObject({ value: { standby: [{ slotId: null }] } });
    expect(await end()).toMatchObject({ value: { standby: [] } });
  });

  it('needs one or the other, and at most thirty times', async () => {
    const { slotId } = await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00');
    for (const wrong of [{}, { from: '2031-03-01' }, { slotId, from: '2031-03-01', until: '2031-03-02' }])
      expect(await standBy(robin, wrong)).toMatchObject({ refusal: { code: 'slotOrDays' } });
    for (let day = 1; day <= 30; day += 1)
      await standBy(robin, { from: `2031-05-${String(day).padStart(2, '0')}`, until: '2031-06-30' });
    expect(await standBy(robin, { slotId })).toMatchObject({ refusal: { code: 'enough' } });
    expect((await mine(robin)).standby).toHaveLength(30);
  });

  it('P4: ends, with waiting and holding, when somebody says “not now”', async () => {
    const { slotId } = await charity.addSlot('2031-03-07T17:30', '2031-03-10T09:00');
    await standBy(robin, { slotId });
    await join(robin);
    await stage.call('hold-slot', { charityId: charity.charityId, slotId }, robin.caller);
    const { curatorId } = robin;
    const data = { curatorId };
    await stage.hears(curatorPaused, charity.charityId, { subject: curatorId, revision: 1, data });
    expect(await everybody()).toEqual({ standby: [], waitlist: [] });
    expect((await charity.slots()).map(({ state }) => state)).toEqual(['free']);
  });
});
