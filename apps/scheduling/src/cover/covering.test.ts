import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
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

const {
  charityId,
  passes,
  aSlot,
  standsBy,
  standsByFor,
  waits,
  unwell,
  offersOf,
  openOfferOf,
  accepts,
  declines,
  leaves,
  slotNow,
  factsOf,
  cover,
  aBookedSlot,
  clockPasses,
} = coverActs(
  () => stage,
  () => charity,
);

describe('unwell today', () => {
  it('asks in order: who stands by for the slot, who stands by for the time, who waits; then the charity covers', async () => {
    const { slot, robin, takeoverId, others } = await aBookedSlot(3);
    const [waiting, forDays, forSlot] = others;
    await waits(waiting);
    await standsByFor(forDays, slot.opensAtWall.slice(0, 10), slot.closesAtWall.slice(0, 10));
    await standsBy(forSlot, slot);
    expect(accepted(await unwell(robin))).toMatchObject({
      takeover: { takeoverId, state: 'closed' },
      cover: 'asking',
    });
    expect(await slotNow(slot)).toMatchObject({ state: 'offered' });
    for (const turn of [forSlot, forDays, waiting]) {
      const offer = await openOfferOf(turn);
      if (!offer) throw new Error('it was not their turn');
      expect(accepted(await declines(turn, offer.offerId))).toMatchObject({ state: 'declined' });
    }
    expect(await slotNow(slot)).toMatchObject({ state: 'free', uncovered: true });
    const [uncovered, ...more] = await factsOf('baton.slot.uncovered.v1');
    expect(uncovered?.data).toMatchObject({ slotId: slot.slotId, asked: 3 });
    expect(more).toEqual([]);
    expect((await cover())[0]).toMatchObject({
      state: 'uncovered',
      asked: ['standbyForSlot', 'standbyForDays', 'waiting'].map((askedAs) => ({
        askedAs,
        state: 'declined',
      })),
    });
  });

  it('makes the offer a takeover when it is accepted, once, however often and by however many at once', async () => {
    const { slot, robin, others } = await aBookedSlot(2);
    const [kim, sam] = others;
    await standsBy(kim, slot);
    await standsBy(sam, slot);
    await unwell(robin);
    const offer = await openOfferOf(kim);
    if (!offer) throw new Error('nothing was offered');
    const clicks = await Promise.all([
      accepts(kim, offer.offerId),
      accepts(sam, offer.offerId),
      accepts(kim, offer.offerId),
      accepts(kim, offer.offerId),
    ]);
    const [first, stranger, ...again] = clicks;
    expect(first).toMatchObject({ ok: true, value: { curatorId: kim.curatorId, opensAt: slot.opensAt } });
    expect(stranger).toMatchObject({ refusal: { code: 'notYours' } });
    for (const answer of again) expect(answer).toEqual(first);
    const scheduled = await factsOf('baton.takeover.scheduled.v1');
    expect(scheduled.map(({ data }) => data['because'])).toEqual([undefined, 'cover']);
    expect(await slotNow(slot)).toMatchObject({ state: 'booked' });
    expect(await declines(kim, offer.offerId)).toMatchObject({ refusal: { code: 'accepted' } });
  });

  it('moves on when an offer expires, and takes no yes afterwards: it says what is free', async () => {
    const { slot, robin, others } = await aBookedSlot(2);
    const [kim, sam] = others;
    await standsBy(kim, slot);
    await standsBy(sam, slot);
    const free = await aSlot(20 * dayMs);
    await unwell(robin);
    const offer = await openOfferOf(kim);
    if (!offer) throw new Error('nothing was offered');
    const lastsMs = Date.parse(offer.expiresAt) - Date.parse((await cover())[0]?.asked[0]?.at ?? '');
    expect(lastsMs / hourMs).toBeCloseTo(10 / 3, 1);
    await passes(4 * hourMs);
    expect(await accepts(kim, offer.offerId)).toMatchObject({
      refusal: { code: 'offerOver', details: { alternatives: [{ slotId: free.slotId }] } },
    });
    expect(await offersOf(kim)).toMatchObject([{ state: 'expired' }]);
    expect(await openOfferOf(sam)).toBeDefined();
    expect((await factsOf('baton.offer.closed.v1')).map(({ data }) => data['outcome'])).toEqual(['expired']);
  });

  it('refuses a yes that comes too late even where no timer has run', async () => {
    const { slot, robin, others } = await aBookedSlot(1);
    await standsBy(others[0], slot);
    await unwell(robin);
    const offer = await openOfferOf(others[0]);
    if (!offer) throw new Error('nothing was offered');
    await stage.stopReplicas();
    await clockPasses(4 * hourMs);
    await stage.startReplica();
    const answers = await Promise.all([accepts(others[0], offer.offerId), stage.doWhatIsDue()]);
    expect(answers[0]).toMatchObject({ refusal: { code: 'offerOver' } });
  });

  it('stays over when a clock is put back', async () => {
    const { slot, robin, others } = await aBookedSlot(1);
    await standsBy(others[0], slot);
    await unwell(robin);
    const offer = await openOfferOf(others[0]);
    if (!offer) throw new Error('nothing was offered');
    await passes(4 * hourMs);
    await passes(-4 * hourMs);
    expect(await accepts(others[0], offer.offerId)).toMatchObject({ refusal: { code: 'offerOver' } });
    expect(await slotNow(slot)).toMatchObject({ uncovered: true });
  });

  it('asks those who wait before those who stand by, where the charity wishes', async () => {
    await charity.settle({ standbyFirst: false });
    const { slot, robin, others } = await aBookedSlot(2);
    const [kim, sam] = others;
    await standsBy(kim, slot);
    await waits(sam);
    await unwell(robin);
    expect(await openOfferOf(kim)).toBeUndefined();
    expect(await openOfferOf(sam)).toBeDefined();
  });

  it('asks nobody more than five times a day', async () => {
    await charity.settle({ bookingsAhead: 9, coolDownDays: 0 });
    const [robin, kim] = [await charity.aReadyCurator(), await charity.aReadyCurator()];
    const booked = [];
    for (let time = 0; time < 6; time += 1)
      booked.push(await charity.book(await aSlot((3 * time + 1) * dayMs, hourMs), robin));
    await waits(kim);
    for (const { takeoverId } of booked) {
      const input = { charityId: charityId(), takeoverId };
      accepted(await stage.call('report-unwell', input, robin.caller));
    }
    expect(await offersOf(kim)).toHaveLength(5);
    expect(await factsOf('baton.slot.uncovered.v1')).toHaveLength(1);
  });

  it('in the middle of the window begins when somebody says yes, and ends with the slot', async () => {
    const { slot, robin, takeoverId, others } = await aBookedSlot(1, hourMs);
    await waits(others[0]);
    await passes(3 * hourMs);
    expect(await charity.stateOf(takeoverId)).toBe('open');
    await unwell(robin);
    const offer = await openOfferOf(others[0]);
    if (!offer) throw new Error('nothing was offered');
    const answer = accepted(await accepts(others[0], offer.offerId));
    expect(answer.opensAt > slot.opensAt).toBe(true);
    expect(answer.closesAt).toBe(slot.closesAt);
    await stage.look();
    expect(await charity.stateOf(answer.takeoverId)).toBe('open');
    expect(await charity.stateOf(takeoverId)).toBe('closed');
  });

  it('said twice is said once, and does not give up what comes after', async () => {
    await charity.settle({ bookingsAhead: 2, coolDownDays: 0 });
    const { robin, takeoverId } = await aBookedSlot(0);
    const later = await charity.book(await aSlot(9 * dayMs), robin);
    const answers = await Promise.all([unwell(robin), unwell(robin)]);
    for (const answer of answers)
      expect(answer).toMatchObject({ value: { takeover: { takeoverId }, cover: 'uncovered' } });
    expect(await charity.stateOf(later.takeoverId)).toBe('scheduled');
    expect(await factsOf('baton.slot.uncovered.v1')).toHaveLength(1);
  });

  it('means what is open, and neither what was given up before nor what comes after', async () => {
    const { robin, takeoverId: given } = await aBookedSlot(0, 90 * hourMs);
    await charity.settle({ bookingsAhead: 9, coolDownDays: 0 });
    accepted(await unwell(robin));
    const { takeoverId: ahead } = await charity.book(await aSlot(200 * hourMs), robin);
    const { takeoverId: open } = await charity.book(await aSlot(-hourMs, 3 * hourMs), robin);
    await stage.look();
    expect(accepted(await unwell(robin)).takeover.takeoverId).toBe(open);
    expect(await charity.stateOf(ahead)).toBe('scheduled');
    expect(given).not.toBe(open);
  });

  it('asks neither who was unwell, nor who said no before, nor who is not there any more', async () => {
    const { slot, robin, others } = await aBookedSlot(3);
    const [kim, sam, lee] = others;
    for (const one of [robin, kim, sam, lee]) await waits(one);
    await unwell(robin);
    const asked = await openOfferOf(kim);
    if (!asked) throw new Error('nothing was offered');
    await declines(kim, asked.offerId);
    const next = await openOfferOf(sam);
    if (!next) throw new Error('nothing was offered');
    await accepts(sam, next.offerId);
    await leaves(lee);
    await unwell(sam);
    expect(await slotNow(slot)).toMatchObject({ state: 'free', uncovered: true });
    expect((await cover()).map(({ state }) => state)).toEqual(['uncovered', 'taken']);
  });

  it('keeps the place of whoever steps in, and leaves limits aside', async () => {
    const { slot, robin, others } = await aBookedSlot(1);
    const [kim] = others;
    await waits(kim);
    await standsBy(kim, slot);
    await charity.book(await aSlot(5 * dayMs), kim);
    await waits(kim);
    await unwell(robin);
    const offer = await openOfferOf(kim);
    if (!offer) throw new Error('nothing was offered');
    accepted(await accepts(kim, offer.offerId));
    const { waitlist } = accepted(
      await stage.call('view-my-waiting', { charityId: charityId() }, kim.caller),
    );
    expect(waitlist).toMatchObject({ place: 1 });
  });

  it('moves on when whoever is asked leaves, and stops when a manager says so', async () => {
    const { slot, robin, others } = await aBookedSlot(2);
    const [kim, sam] = others;
    await standsBy(kim, slot);
    await standsBy(sam, slot);
    await unwell(robin);
    await leaves(kim);
    const offer = await openOfferOf(sam);
    if (!offer) throw new Error('nothing was offered');
    const stop = () =>
      stage.call('stop-cover', { charityId: charityId(), slotId: slot.slotId }, charity.manager);
    expect(await stop()).toMatchObject({ value: { stopped: true } });
    expect(await stop()).toMatchObject({ value: { stopped: false } });
    expect(await accepts(sam, offer.offerId)).toMatchObject({ refusal: { code: 'offerOver' } });
    expect(await slotNow(slot)).toMatchObject({ state: 'free' });
  });

  it('has nothing to give up for whoever has nothing, and nothing of another’s', async () => {
    const { robin, takeoverId } = await aBookedSlot(0);
    const kim = await charity.aReadyCurator();
    expect(await unwell(kim)).toMatchObject({ refusal: { code: 'nothingBooked' } });
    const theirs = { charityId: charityId(), takeoverId };
    expect(await stage.call('report-unwell', theirs, kim.caller)).toMatchObject({
      refusal: { code: 'notYours' },
    });
    expect(await stage.call('report-unwell', { charityId: charityId() }, charity.manager)).toMatchObject({
      refusal: { code: 'takeoverNeeded' },
    });
    await passes(4 * dayMs);
    expect(await stage.call('report-unwell', theirs, robin.caller)).toMatchObject({
      refusal: { code: 'takeoverOver' },
    });
  });

  it('leaves no word of it in the audit, which is for ever', async () => {
    const { robin } = await aBookedSlot(0);
    await unwell(robin);
    expect(JSON.stringify(await charity.audit())).not.toMatch(/unwell|ill/i);
  });
});
