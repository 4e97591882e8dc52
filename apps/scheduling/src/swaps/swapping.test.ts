import { curatorPaused, type SwapId, type TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import type { Slot } from '../slots/slots.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Booked {
  readonly curator: CuratorOnStage;
  readonly slot: Slot;
  readonly takeoverId: TakeoverId;
}

let stage: Stage;
let charity: CharityOnStage;
let robin: Booked;
let kim: Booked;
let shifted = 0;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  charity = await stage.aCharity();
  robin = await booked(3 * dayMs);
  kim = await booked(9 * dayMs);
});

async function booked(opensInMs: number, penName = 'Robin'): Promise<Booked> {
  const curator = await charity.aReadyCurator({ penName });
  const slot = await charity.addSlotIn({ opensInMs, lastsMs: 2 * dayMs });
  const { takeoverId } = await charity.book(slot, curator);
  return { curator, slot, takeoverId };
}
const passes = async (ms: number) => {
  shifted += ms;
  await stage.shiftClock(shifted);
  await stage.doWhatIsDue();
};
const propose = (gives = robin, wants = kim, swapId = newId<SwapId>()) =>
  stage.call(
    'propose-swap',
    { charityId: charity.charityId, swapId, takeoverId: gives.takeoverId, slotId: wants.slot.slotId },
    gives.curator.caller,
  );
const proposed = async (gives = robin, wants = kim) => accepted(await propose(gives, wants)).swapId;
const answer = (swapId: SwapId, yes: boolean, by = kim) =>
  stage.call('answer-swap', { charityId: charity.charityId, swapId, yes }, by.curator.caller);
const decide = (name: 'approve-swap' | 'refuse-swap', swapId: SwapId) =>
  stage.call(name, { charityId: charity.charityId, swapId }, charity.manager);
const withdraw = (swapId: SwapId, by = robin) =>
  stage.call('withdraw-swap', { charityId: charity.charityId, swapId }, by.curator.caller);
const whoHas = async () =>
  Object.fromEntries(
    (await charity.takeovers())
      .filter(({ state }) => state !== 'closed')
      .map(({ slotId, curatorId }) => [slotId, curatorId]),
  );
const asBooked = () => ({
  [robin.slot.slotId]: robin.curator.curatorId,
  [kim.slot.slotId]: kim.curator.curatorId,
});
const swapped = () => ({
  [robin.slot.slotId]: kim.curator.curatorId,
  [kim.slot.slotId]: robin.curator.curatorId,
});
const outcomes = async () =>
  (await charity.facts())
    .filter(({ type }) => type === 'baton.swap.closed.v1')
    .map(({ data }) => [data['outcome'], data['agreed']]);

describe('a swap', () => {
  it('changes nothing until who was asked says yes, and then both at once', async () => {
    const swapId = await proposed();
    expect(await whoHas()).toEqual(asBooked());
    expect(await answer(swapId, true)).toMatchObject({ value: { state: 'done', mine: false } });
    expect(await whoHas()).toEqual(swapped());
    const facts = await charity.facts();
    const closed = facts.filter(({ type }) => type === 'baton.takeover.closed.v1');
    expect(closed.map(({ data }) => data['because'])).toEqual(['swapped', 'swapped']);
    const scheduled = facts.filter(({ data }) => data['because'] === 'swap');
    expect(scheduled.map(({ data }) => data['curatorId']).sort()).toEqual(
      [robin, kim].map(({ curator }) => curator.curatorId).sort(),
    );
    expect(facts.indexOf(scheduled[0] ?? facts[0] ?? fail())).toBeGreaterThan(
      facts.indexOf(closed[1] ?? fail()),
    );
    expect(facts.filter(({ type }) => type === 'baton.slot.offered.v1')).toEqual([]);
  });

  it('takes effect once, when links are clicked twice by two at once', async () => {
    const swapId = newId<SwapId>();
    const asked = await Promise.all([propose(robin, kim, swapId), propose(robin, kim, swapId)]);
    for (const one of asked) expect(one).toMatchObject({ value: { state: 'asked', mine: true } });
    const clicks = await Promise.all([1, 2, 3, 4].map(() => answer(swapId, true)));
    for (const click of clicks) expect(click).toMatchObject({ value: { state: 'done' } });
    expect(await whoHas()).toEqual(swapped());
    expect(await outcomes()).toEqual([['done', true]]);
    expect(await withdraw(swapId)).toMatchObject({ refusal: { code: 'done' } });
  });

  it('of a yes and a taking back at once is one or the other, and never half', async () => {
    const swapId = await proposed();
    const [yes, back] = await Promise.all([answer(swapId, true), withdraw(swapId)]);
    expect(yes.ok).not.toBe(back.ok);
    expect(await whoHas()).toEqual(yes.ok ? swapped() : asBooked());
    expect(await outcomes()).toHaveLength(1);
  });

  it('of two that want the same booking takes one effect, and the other lapses', async () => {
    const lee = await booked(15 * dayMs);
    const [first, second] = [await proposed(robin, kim), await proposed(lee, kim)];
    const answers = await Promise.all([answer(first, true), answer(second, true)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await outcomes()).map(([outcome]) => outcome).sort()).toEqual(['done', 'lapsed']);
    expect(new Set(Object.values(await whoHas())).size).toBe(3);
  });

  it('waits for the manager where the charity wishes, who decides once', async () => {
    await charity.settle({ swapsNeedManager: true });
    const swapId = await proposed();
    expect(await decide('approve-swap', swapId)).toMatchObject({ refusal: { code: 'notAgreed' } });
    expect(await answer(swapId, true)).toMatchObject({ value: { state: 'agreed' } });
    expect(await whoHas()).toEqual(asBooked());
    const approved = await Promise.all([decide('approve-swap', swapId), decide('approve-swap', swapId)]);
    for (const one of approved) expect(one).toMatchObject({ value: { state: 'done' } });
    expect(await whoHas()).toEqual(swapped());
    expect(await decide('refuse-swap', swapId)).toMatchObject({ refusal: { code: 'swapOver' } });
  });

  it('is not to be when either says no, or the manager does', async () => {
    const first = await proposed();
    expect(await answer(first, false)).toMatchObject({ value: { state: 'declined' } });
    expect(await answer(first, false)).toMatchObject({ value: { state: 'declined' } });
    expect(await answer(first, true)).toMatchObject({ refusal: { code: 'swapOver' } });
    const second = await proposed();
    expect(await withdraw(second)).toMatchObject({ value: { state: 'withdrawn' } });
    await charity.settle({ swapsNeedManager: true });
    const third = await proposed();
    await answer(third, true);
    expect(await decide('refuse-swap', third)).toMatchObject({ value: { state: 'refused' } });
    expect(await whoHas()).toEqual(asBooked());
    expect(await outcomes()).toEqual([
      ['declined', false],
      ['withdrawn', false],
      ['refused', true],
    ]);
  });

  it('lapses an hour before the earlier opens, by the clock and without it', async () => {
    const swapId = await proposed();
    await passes(3 * dayMs - hourMs - 60_000);
    expect(await outcomes()).toEqual([]);
    await stage.stopReplicas();
    shifted += 120_000;
    await stage.shiftClock(shifted);
    await stage.startReplica();
    expect(await answer(swapId, true)).toMatchObject({ refusal: { code: 'swapOver' } });
    await stage.doWhatIsDue();
    expect(await outcomes()).toEqual([['lapsed', false]]);
    expect(await propose()).toMatchObject({ refusal: { code: 'tooLate' } });
  });

  it('lapses when a booking is called off, swapped with somebody else, or its curator goes', async () => {
    const lee = await booked(15 * dayMs);
    const sam = await booked(21 * dayMs);
    await proposed(robin, kim);
    const withLee = await proposed(lee, kim);
    await answer(withLee, true);
    expect(await outcomes()).toEqual([
      ['done', true],
      ['lapsed', false],
    ]);
    await proposed(robin, sam);
    const { curatorId } = sam.curator;
    const data = { curatorId };
    await stage.hears(curatorPaused, charity.charityId, { subject: curatorId, revision: 1, data });
    expect((await outcomes()).at(-1)).toEqual(['lapsed', false]);
  });

  it('has no effect once a booking has another window, also where both happen at once', async () => {
    const later = ({ slot }: Booked, hours: number) =>
      new Date(Date.parse(slot.closesAt) + hours * hourMs).toISOString().slice(0, 19);
    const first = await proposed();
    await charity.extends(robin.takeoverId, later(robin, 1));
    expect(await answer(first, true)).toMatchObject({ refusal: { code: 'swapOver' } });
    expect(await outcomes()).toEqual([['lapsed', false]]);
    expect(await whoHas()).toEqual(asBooked());
    const second = await proposed();
    const [yes, longer] = await Promise.allSettled([
      answer(second, true),
      charity.extends(robin.takeoverId, later(robin, 2)),
    ]);
    const isSwapped = yes.status === 'fulfilled' && yes.value.ok;
    expect(isSwapped).toBe(longer.status === 'rejected');
    expect(await whoHas()).toEqual(isSwapped ? swapped() : asBooked());
  });

  it('is refused with oneself, for a slot nobody has, with a booking of another, and twice for one booking', async () => {
    const free = await charity.addSlotIn({ opensInMs: 40 * dayMs, lastsMs: hourMs });
    const code = async (answered: ReturnType<typeof propose>) => {
      const one = await answered;
      return one.ok ? 'done' : one.refusal.code;
    };
    expect(await code(propose(robin, robin))).toBe('withYourself');
    expect(await propose(robin, { ...kim, slot: free })).toMatchObject({
      refusal: { code: 'notBooked', details: { alternatives: [{ slotId: free.slotId }] } },
    });
    expect(await code(propose({ ...kim, curator: robin.curator }, robin))).toBe('notYours');
    const swapId = await proposed();
    expect(await code(propose())).toBe('askedAlready');
    expect(await code(propose(kim, robin, swapId))).toBe('badInput');
    expect(await answer(swapId, true, robin)).toMatchObject({ refusal: { code: 'notYours' } });
  });

  it('is proposed ten times a day at most', async () => {
    for (let time = 0; time < 10; time += 1) await withdraw(await proposed());
    expect(await propose()).toMatchObject({ refusal: { code: 'enough' } });
    await passes(dayMs + hourMs);
    expect(await propose()).toMatchObject({ ok: true });
  });

  it('shows each their own, managers all of them, and no name of whoever chose to be anonymous', async () => {
    const lee = await booked(15 * dayMs, 'Lee');
    await charity.hearsReady(lee.curator, 2, { penName: 'Lee', identityLevel: 'anonymous' });
    await proposed(robin, lee);
    const list = async (caller = robin.curator.caller) =>
      accepted(await stage.call('list-swaps', { charityId: charity.charityId }, caller)).swaps;
    expect(await list()).toMatchObject([
      { mine: true, gives: { penName: 'Robin' }, wants: { penName: null } },
    ]);
    expect(await list(lee.curator.caller)).toMatchObject([{ mine: false, wants: { penName: 'Lee' } }]);
    expect(await list(kim.curator.caller)).toEqual([]);
    expect(await list(charity.manager)).toMatchObject([{ wants: { penName: 'Lee' } }]);
  });

  it('can be asked of others who have a weekend ahead, by pen name as far as the public learns it', async () => {
    const lee = await booked(15 * dayMs, 'Lee');
    await charity.hearsReady(lee.curator, 2, { penName: 'Lee', identityLevel: 'anonymous' });
    await booked(hourMs / 2, 'Too soon');
    const choices = (by = robin) =>
      stage.call(
        'list-swap-choices',
        { charityId: charity.charityId, takeoverId: robin.takeoverId },
        by.curator.caller,
      );
    expect(accepted(await choices()).choices).toMatchObject([
      { slotId: kim.slot.slotId, penName: 'Robin', opensAt: kim.slot.opensAt },
      { slotId: lee.slot.slotId, penName: null },
    ]);
    expect(await choices(kim)).toMatchObject({ refusal: { code: 'notYours' } });
  });
});

const fail = (): never => {
  throw new Error('a fact is missing');
};
