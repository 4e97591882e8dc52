import type { Caller, TakeoverId } from '@baton/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('a takeover with another window', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let sure: Caller;
  beforeEach(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
    sure = steppedUp(charity.manager);
  });
  afterEach(() => stage.close());

  const bookedIn = async (opensInMs: number, lastsMs = 2 * hourMs) => {
    const slot = await charity.addSlotIn({ opensInMs, lastsMs });
    const { takeoverId } = await charity.book(slot, await charity.aReadyCurator());
    return { takeoverId, ...slot };
  };
  const wallIn = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 19);
  const extend = (takeoverId: TakeoverId, closesAtWall: string, caller = sure) =>
    stage.call('extend-takeover', { charityId: charity.charityId, takeoverId, closesAtWall }, caller);
  const openNow = (takeoverId: TakeoverId, caller = sure) =>
    stage.call('open-takeover-now', { charityId: charity.charityId, takeoverId }, caller);
  const told = async (takeoverId: TakeoverId) =>
    (await charity.lifeOf(takeoverId)).map(({ type, data }) => [type.split('.')[2], data['because']]);

  it('R6: closes at its new end, not at the old one', async () => {
    const { takeoverId } = await bookedIn(-hourMs);
    await stage.look();
    expect(await extend(takeoverId, wallIn(3 * hourMs))).toMatchObject({ ok: true });
    await stage.shiftClock(2 * hourMs);
    await stage.look();
    expect(await charity.stateOf(takeoverId)).toBe('open');
    await stage.shiftClock(3 * hourMs + 2_000);
    await stage.look();
    expect(await charity.stateOf(takeoverId)).toBe('closed');
    expect(await told(takeoverId)).toEqual([
      ['scheduled', undefined],
      ['opened', undefined],
      ['moved', 'extended'],
      ['closed', 'over'],
    ]);
  });

  it('is extended once however often it is said, and never to an earlier end', async () => {
    const { takeoverId } = await bookedIn(hourMs);
    const later = wallIn(5 * hourMs);
    for (let twice = 0; twice < 2; twice += 1)
      expect(await extend(takeoverId, later)).toMatchObject({ ok: true });
    expect(await extend(takeoverId, wallIn(2 * hourMs))).toMatchObject({ refusal: { code: 'notLater' } });
    expect(await told(takeoverId)).toEqual([
      ['scheduled', undefined],
      ['moved', 'extended'],
    ]);
  });

  it('ends at the latest when the next slot begins, and is told when that is', async () => {
    const { takeoverId } = await bookedIn(hourMs);
    const next = await charity.addSlotIn({ opensInMs: 4 * hourMs, lastsMs: hourMs });
    expect(await extend(takeoverId, wallIn(4.5 * hourMs))).toMatchObject({
      refusal: { code: 'tooLate', details: { latest: next.opensAt } },
    });
    expect(await extend(takeoverId, next.opensAtWall)).toMatchObject({ ok: true });
  });

  it('lasts fourteen days at most', async () => {
    const { takeoverId } = await bookedIn(hourMs);
    expect(await extend(takeoverId, wallIn(20 * dayMs))).toMatchObject({ refusal: { code: 'tooLate' } });
    expect(await extend(takeoverId, '2031-02-30T10:00')).toMatchObject({ refusal: { code: 'badInput' } });
  });

  it('is not extended once it is over', async () => {
    const { takeoverId } = await bookedIn(hourMs);
    await stage.shiftClock(4 * hourMs);
    await stage.look();
    expect(await extend(takeoverId, wallIn(9 * hourMs))).toMatchObject({ refusal: { code: 'takeoverOver' } });
    expect(await openNow(takeoverId)).toMatchObject({ refusal: { code: 'takeoverOver' } });
  });

  it('R6: opens at once by a manager, once, and ends as it would have', async () => {
    const { heard } = stage.listenTo(charity.charityId, 3);
    const { takeoverId, closesAt } = await bookedIn(5 * hourMs);
    const [one, other] = await Promise.all([openNow(takeoverId), openNow(takeoverId)]);
    expect([one.ok, other.ok]).toEqual([true, true]);
    await heard;
    expect(await told(takeoverId)).toEqual([
      ['scheduled', undefined],
      ['moved', 'openedNow'],
      ['opened', undefined],
    ]);
    expect(await charity.takeovers()).toMatchObject([{ state: 'open', closesAt }]);
  });

  it('leaves no slot free under it: whoever would book that one is told that it is taken', async () => {
    const under = await charity.addSlotIn({ opensInMs: 2 * hourMs, lastsMs: hourMs });
    const { takeoverId } = await bookedIn(5 * hourMs);
    expect(await openNow(takeoverId)).toMatchObject({ ok: true });
    const free = await stage.call(
      'list-slots',
      { charityId: charity.charityId, state: 'free', limit: 50 },
      charity.manager,
    );
    expect(free).toMatchObject({ value: { slots: [] } });
    expect((await charity.book(under, await charity.aReadyCurator())).answer).toMatchObject({
      refusal: { code: 'slotTaken', details: { alternatives: [] } },
    });
  });

  it('does not open while somebody else has the account, and says until when that is', async () => {
    const first = await bookedIn(-hourMs);
    const { takeoverId } = await bookedIn(5 * hourMs);
    await stage.look();
    expect(await openNow(takeoverId)).toMatchObject({
      refusal: { code: 'anotherIsOpen', details: { until: first.closesAt } },
    });
  });

  it('takes back what is offered in between: nobody could have it', async () => {
    const between = await charity.addSlotIn({ opensInMs: 2 * hourMs, lastsMs: hourMs });
    const robin = await charity.aReadyCurator();
    const kim = await charity.aReadyCurator();
    const { takeoverId: given } = await charity.book(between, robin);
    const { takeoverId } = await bookedIn(5 * hourMs);
    const { charityId } = charity;
    await stage.call('join-waitlist', { charityId }, kim.caller);
    await stage.call('cancel-booking', { charityId, takeoverId: given }, robin.caller);
    const offers = async () => {
      const answer = await stage.call('list-my-offers', { charityId }, kim.caller);
      return answer.ok ? answer.value.offers.map(({ state }) => state) : [];
    };
    expect(await offers()).toEqual(['open']);
    expect(await openNow(takeoverId)).toMatchObject({ ok: true });
    expect(await offers()).toEqual(['withdrawn']);
  });

  it('does not open more than fourteen days before its end', async () => {
    const { takeoverId } = await bookedIn(20 * dayMs);
    expect(await openNow(takeoverId)).toMatchObject({ refusal: { code: 'tooEarly' } });
  });

  it('is given up also in the time that was added, though nobody is asked to cover it', async () => {
    const slot = await charity.addSlotIn({ opensInMs: -hourMs, lastsMs: 2 * hourMs });
    const robin = await charity.aReadyCurator();
    const { takeoverId } = await charity.book(slot, robin);
    await stage.look();
    expect(await extend(takeoverId, wallIn(5 * hourMs))).toMatchObject({ ok: true });
    await stage.shiftClock(2 * hourMs);
    const unwell = () => stage.call('report-unwell', { charityId: charity.charityId }, robin.caller);
    expect(await unwell()).toMatchObject({ ok: true });
    expect(await charity.stateOf(takeoverId)).toBe('closed');
  });

  it('A5: asks a manager who they are once more, and no curator', async () => {
    const { takeoverId } = await bookedIn(hourMs);
    const later = wallIn(5 * hourMs);
    expect(await openNow(takeoverId, charity.manager)).toMatchObject({ refusal: { code: 'stepUpNeeded' } });
    expect(await extend(takeoverId, later, charity.manager)).toMatchObject({
      refusal: { code: 'stepUpNeeded' },
    });
    const { caller } = await charity.aReadyCurator();
    expect(await openNow(takeoverId, caller)).toMatchObject({ refusal: { code: 'forbidden' } });
  });
});

const steppedUp = (caller: Caller): Caller => ({
  ...caller,
  ...(caller.kind === 'staff' && { steppedUpUntil: new Date(Date.now() + 10 * 60_000).toISOString() }),
});
