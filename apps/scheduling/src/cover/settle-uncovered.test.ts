import { slotSettled, slotUncovered, wireTypeOf } from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { coverActs } from '../rehearsal/cover-acts.js';
import { Stage } from '../rehearsal/stage.js';

let stage: Stage;
let charity: CharityOnStage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  charity = await stage.aCharity();
});
const { charityId, unwell, factsOf, aBookedSlot, cover } = coverActs(
  () => stage,
  () => charity,
);

describe('a slot that nobody could take', () => {
  const uncovered = async () => {
    const booked = await aBookedSlot(1);
    accepted(await unwell(booked.robin));
    const [called] = await factsOf(wireTypeOf(slotUncovered));
    return { ...booked, called };
  };

  it('is settled once, when somebody books it after all', async () => {
    const { slot, others, called } = await uncovered();
    expect(await factsOf(wireTypeOf(slotSettled))).toEqual([]);
    const { takeoverId, answer } = await charity.book(slot, others[0]);
    accepted(answer);
    await charity.book(slot, others[0], takeoverId);
    const { slotId } = slot;
    expect(await factsOf(wireTypeOf(slotSettled))).toMatchObject([
      { subject: called?.subject, data: { slotId, because: 'taken' } },
    ]);
    expect(await cover()).toMatchObject([{ slotId, state: 'taken' }]);
  });

  it('is settled when there is no such slot any more', async () => {
    const { slot, called } = await uncovered();
    accepted(
      await stage.call('remove-slot', { charityId: charityId(), slotId: slot.slotId }, charity.manager),
    );
    expect(await factsOf(wireTypeOf(slotSettled))).toMatchObject([
      { subject: called?.subject, data: { because: 'gone' } },
    ]);
  });

  it('is called for anew where whoever booked it is unwell, too', async () => {
    const { slot, others } = await uncovered();
    accepted((await charity.book(slot, others[0])).answer);
    accepted(await unwell(others[0]));
    expect(await factsOf(wireTypeOf(slotUncovered))).toHaveLength(2);
    expect(await factsOf(wireTypeOf(slotSettled))).toHaveLength(1);
  });
});
