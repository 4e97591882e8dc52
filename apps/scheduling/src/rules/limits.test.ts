import type { TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import type { Slot } from '../slots/slots.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

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

const slotIn = (days: number): Promise<Slot> =>
  charity.addSlotIn({ opensInMs: days * dayMs, lastsMs: 2 * dayMs });
const byManager = (slot: Slot, despiteLimits: boolean) => {
  const booking = { slotId: slot.slotId, takeoverId: newId<TakeoverId>(), curatorId: robin.curatorId };
  return stage.call(
    'book-slot',
    { charityId: charity.charityId, ...booking, despiteLimits },
    charity.manager,
  );
};

describe('the rules of a charity', () => {
  it('are ours until it settles its own, which the audit tells of', async () => {
    const view = async () =>
      accepted(await stage.call('view-booking-rules', { charityId: charity.charityId }, robin.caller));
    await charity.settle({ weeksAhead: 78 });
    const ours = {
      bookingsAhead: 1,
      coolDownDays: 28,
      weeksAhead: 78,
      offerMinutes: 1440,
      swapsNeedManager: false,
      standbyFirst: true,
    };
    expect(await view()).toEqual(ours);
    const own = { ...ours, bookingsAhead: 3, swapsNeedManager: true };
    const set = { charityId: charity.charityId, ...own };
    expect(await stage.call('set-booking-rules', set, charity.manager)).toMatchObject({ value: own });
    expect(await view()).toEqual(own);
    expect((await charity.audit()).at(-1)).toMatchObject({ action: 'booking-rules.set', details: own });
    const impossible = { ...set, coolDownDays: -1 };
    expect(await stage.call('set-booking-rules', impossible, charity.manager)).toMatchObject({
      refusal: { code: 'badInput' },
    });
  });
});

describe('bookings ahead at once', () => {
  it('are one, and the refusal says what would do after it', async () => {
    const [first, soon, later] = [await slotIn(3), await slotIn(10), await slotIn(40)];
    await charity.book(first, robin);
    const { answer } = await charity.book(soon, robin);
    expect(answer).toMatchObject({
      refusal: { code: 'tooManyAhead', details: { from: first.opensAt, alternatives: [later] } },
    });
  });

  it('are never more, however many are booked at one moment', async () => {
    await charity.settle({ coolDownDays: 0, bookingsAhead: 2 });
    const slots = await Promise.all(Array.from({ length: 12 }, (_, week) => slotIn(7 * week + 1)));
    const answers = await Promise.all(slots.map((slot) => charity.book(slot, robin)));
    expect(answers.filter(({ answer }) => answer.ok)).toHaveLength(2);
    for (const { answer } of answers) if (!answer.ok) expect(answer.refusal.code).toBe('tooManyAhead');
  });
});

describe('rest between two takeovers', () => {
  it('is kept before and after, to the minute', async () => {
    await charity.settle({ bookingsAhead: 9, coolDownDays: 5 });
    await charity.book(await slotIn(20), robin);
    const code = async (opensInMs: number) => {
      const slot = await charity.addSlotIn({ opensInMs, lastsMs: hourMs });
      const { answer } = await charity.book(slot, robin);
      return answer.ok ? 'booked' : answer.refusal.code;
    };
    expect(await code(27 * dayMs - 2 * hourMs)).toBe('tooSoonAgain');
    expect(await code(15 * dayMs)).toBe('tooSoonAgain');
    expect(await code(27 * dayMs + hourMs)).toBe('booked');
    expect(await code(15 * dayMs - 2 * hourMs)).toBe('booked');
  });

  it('counts what was, and not what gave way', async () => {
    const { takeoverId } = await charity.book(await slotIn(3), robin);
    await stage.call('cancel-booking', { charityId: charity.charityId, takeoverId }, robin.caller);
    expect((await charity.book(await slotIn(10), robin)).answer).toMatchObject({ ok: true });
  });

  it('is named with what would do, nearest first', async () => {
    await charity.settle({ bookingsAhead: 9 });
    await charity.book(await slotIn(100), robin);
    const [wanted, before, after] = [await slotIn(110), await slotIn(60), await slotIn(135)];
    expect((await charity.book(wanted, robin)).answer).toMatchObject({
      refusal: {
        code: 'tooSoonAgain',
        details: { coolDownDays: 28, alternatives: [{ slotId: after.slotId }, { slotId: before.slotId }] },
      },
    });
  });
});

describe('booking past the limits', () => {
  it('is for a manager who says so, and the audit keeps it', async () => {
    await charity.book(await slotIn(3), robin);
    const soon = await slotIn(8);
    expect(await byManager(soon, false)).toMatchObject({ refusal: { code: 'tooManyAhead' } });
    expect(await byManager(soon, true)).toMatchObject({ ok: true });
    expect((await charity.audit()).at(-1)).toMatchObject({ details: { despiteLimits: true } });
    const cheeky = { charityId: charity.charityId, slotId: (await slotIn(14)).slotId };
    const input = { ...cheeky, takeoverId: newId<TakeoverId>(), despiteLimits: true };
    expect(await stage.call('book-slot', input, robin.caller)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  });

  it('does not reach what is too far ahead for everybody else', async () => {
    await charity.settle({ weeksAhead: 2 });
    const [near, far] = [await slotIn(13), await slotIn(15)];
    expect((await charity.book(far, robin)).answer).toMatchObject({
      refusal: { code: 'tooFarAhead', details: { alternatives: [{ slotId: near.slotId }] } },
    });
    expect(await byManager(far, true)).toMatchObject({ ok: true });
  });
});
