import type { TakeoverId } from '@baton/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { isOfState } from '../rehearsal/facts-of-state.js';
import { Stage } from '../rehearsal/stage.js';

const opened = 'baton.takeover.opened.v1';
const closed = 'baton.takeover.closed.v1';
const scheduled = 'baton.takeover.scheduled.v1';
const hourMs = 3_600_000;

describe('the handover clock', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeEach(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(() => stage.close());

  const bookedIn = async (opensInMs: number, lastsMs = 2 * hourMs) => {
    const slot = await charity.addSlotIn({ opensInMs, lastsMs });
    return (await charity.book(slot, await charity.aReadyCurator())).takeoverId;
  };
  const told = async (takeoverId: TakeoverId, by = charity) =>
    (await by.lifeOf(takeoverId)).map((fact) => [fact.type, fact.revision]);

  it('R6: opens a takeover when its window begins and closes it when the window ends', async () => {
    const takeoverId = await bookedIn(hourMs);
    await stage.look();
    expect(await told(takeoverId)).toEqual([[scheduled, 1]]);

    await stage.shiftClock(hourMs);
    await stage.look();
    expect(await told(takeoverId)).toEqual([
      [scheduled, 1],
      [opened, 2],
    ]);
    expect(await charity.stateOf(takeoverId)).toBe('open');

    await stage.shiftClock(3 * hourMs);
    await stage.look();
    expect(await told(takeoverId)).toEqual([
      [scheduled, 1],
      [opened, 2],
      [closed, 3],
    ]);
    expect(await charity.stateOf(takeoverId)).toBe('closed');
  });

  it('R6: never opens before, and never closes before, however often it looks', async () => {
    const takeoverId = await bookedIn(hourMs);
    await stage.shiftClock(hourMs - 60_000);
    await stage.look();
    await stage.look();
    expect(await told(takeoverId)).toEqual([[scheduled, 1]]);
    await stage.shiftClock(3 * hourMs - 60_000);
    await stage.look();
    await stage.look();
    expect(await told(takeoverId)).toEqual([
      [scheduled, 1],
      [opened, 2],
    ]);
  });

  it('opens and closes by itself, and at once where the window has begun already', async () => {
    const { heard } = stage.listenTo(charity.charityId, 3);
    const takeoverId = await bookedIn(-1_000, 3_000);
    const [scheduling, opening, closing] = await heard;
    expect(scheduling).toMatchObject({ type: scheduled, subject: takeoverId });
    expect(opening).toMatchObject({ type: opened, subject: takeoverId });
    expect(closing).toMatchObject({ type: closed, subject: takeoverId });
    expect(String(closing?.data['closedAt']) >= String(scheduling?.data['closesAt'])).toBe(true);
  });

  it('R6: after an outage over the whole window, closes without ever having opened', async () => {
    const takeoverId = await bookedIn(hourMs);
    await stage.stopReplicas();
    await stage.shiftClock(4 * hourMs);
    await stage.startReplica();
    await stage.look();
    expect(await told(takeoverId)).toEqual([
      [scheduled, 1],
      [closed, 2],
    ]);
  });

  it('R6: goes on after a restart in the middle of the window, repeating nothing', async () => {
    const takeoverId = await bookedIn(hourMs);
    await stage.shiftClock(hourMs);
    await stage.look();
    await stage.stopReplicas();
    await stage.startReplica();
    await stage.look();
    expect(await told(takeoverId)).toEqual([
      [scheduled, 1],
      [opened, 2],
    ]);
    await stage.shiftClock(3 * hourMs);
    await stage.look();
    expect(await told(takeoverId)).toEqual([
      [scheduled, 1],
      [opened, 2],
      [closed, 3],
    ]);
  });

  /** One booking each in many charities, all of them opening at the same moment. */
  const manyBooked = async () => {
    const charities = await Promise.all(Array.from({ length: 40 }, () => stage.aCharity()));
    return Promise.all(
      charities.map(async (by) => {
        const { heard } = stage.listenTo(by.charityId, 2);
        const slot = await by.addSlotIn({ opensInMs: hourMs, lastsMs: hourMs });
        const { takeoverId } = await by.book(slot, await by.aReadyCurator());
        return { heardOfIt: heard, toldOfIt: () => told(takeoverId, by) };
      }),
    );
  };

  it('opens each takeover once when replicas look at the same moment', async () => {
    const booked = await manyBooked();
    await stage.startReplica();
    await stage.shiftClock(hourMs);
    await Promise.all([stage.look(), stage.look()]);
    for (const { toldOfIt } of booked)
      expect(await toldOfIt()).toEqual([
        [scheduled, 1],
        [opened, 2],
      ]);
  });

  it('opens each takeover once when its connections are cut while it looks', async () => {
    const booked = await manyBooked();
    await stage.shiftClock(hourMs);
    for (let cut = 0; cut < 5; cut += 1) await Promise.all([stage.look(), stage.cutConnections()]);
    await Promise.all(booked.map(({ heardOfIt }) => heardOfIt));
    for (const { toldOfIt } of booked)
      expect(await toldOfIt()).toEqual([
        [scheduled, 1],
        [opened, 2],
      ]);
  });

  it('takes the account back from one curator before it hands it to the next', async () => {
    const first = await bookedIn(hourMs, hourMs);
    const second = await bookedIn(2 * hourMs, hourMs);
    await stage.shiftClock(hourMs);
    await stage.look();
    await stage.shiftClock(2 * hourMs);
    await stage.look();
    const order = (await charity.facts()).filter(isOfState);
    expect(order.map((fact) => [fact.type, fact.subject]).slice(-2)).toEqual([
      [closed, first],
      [opened, second],
    ]);
  });

  it('R6: shows nobody on air outside the window, even if the clock has not come round yet', async () => {
    await bookedIn(hourMs);
    await stage.shiftClock(hourMs);
    expect(await charity.onAir()).toMatchObject({ now: { knownAs: 'Robin' }, next: null });
    await stage.stopReplicas();
    await stage.shiftClock(3 * hourMs);
    await stage.startReplica();
    expect(await charity.onAir()).toEqual({ now: null, next: null });
  });
});
