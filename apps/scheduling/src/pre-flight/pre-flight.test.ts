import {
  type GatewayProblem,
  onCallChanged,
  type PreFlightTime,
  type ShiftId,
  type TakeoverId,
  takeoverPreFlightChecked,
  takeoverPreFlightDue,
  takeoverPreFlightFailed,
  takeoverPreFlightPassed,
  wireTypeOf,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { moveTakeover } from '../takeovers/move-takeover.js';
import { findTakeover } from '../takeovers/takeovers.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

describe('looking ahead of a takeover', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeEach(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(() => stage.close());

  const bookedIn = async (opensInMs: number): Promise<TakeoverId> => {
    const slot = await charity.addSlotIn({ opensInMs, lastsMs: 10 * hourMs });
    return (await charity.book(slot, await charity.aReadyCurator())).takeoverId;
  };
  const at = async (ms: number): Promise<void> => {
    await stage.shiftClock(ms);
    await stage.look();
    await stage.doWhatIsDue();
  };
  const somebodyIsOnCall = (fromMs: number, toMs: number, shiftId = newId<ShiftId>(), stands = true) =>
    stage.hears(onCallChanged, charity.charityId, {
      subject: shiftId,
      revision: stands ? 1 : 2,
      data: {
        shiftId,
        beginsAt: new Date(Date.now() + fromMs).toISOString(),
        endsAt: new Date(Date.now() + toMs).toISOString(),
        stands,
      },
    });
  const gatewayFinds = (
    takeoverId: TakeoverId,
    time: PreFlightTime,
    problems: GatewayProblem[],
    opensAt?: string,
  ) =>
    stage.hears(takeoverPreFlightChecked, charity.charityId, {
      subject: takeoverId,
      revision: 1,
      data: { takeoverId, time, problems, ...(opensAt && { opensAt }) },
    });
  const moved = (takeoverId: TakeoverId, byMs: number) =>
    stage.inCharity(charity.charityId, async (tx) => {
      const takeover = await findTakeover(tx, takeoverId);
      const later = (at: string | undefined) => new Date(Date.parse(at ?? '') + byMs);
      const window = { opensAt: later(takeover?.opensAt), closesAt: later(takeover?.closesAt) };
      await moveTakeover(tx, takeoverId, { ...window, because: 'rotaMoved' });
    });
  const said = async (
    takeoverId: TakeoverId,
    event: typeof takeoverPreFlightDue | typeof takeoverPreFlightFailed | typeof takeoverPreFlightPassed,
  ) =>
    (await charity.factsAbout(takeoverId))
      .filter(({ type }) => type === wireTypeOf(event))
      .map(({ data }) => data);
  const looks = async () =>
    accepted(await stage.call('list-pre-flights', { charityId: charity.charityId }, charity.manager))
      .preFlights;

  it('asks the gateway a day and an hour before, once each', async () => {
    const takeoverId = await bookedIn(3 * dayMs);
    for (const ms of [dayMs, 2 * dayMs, 2 * dayMs + minuteMs, 3 * dayMs - hourMs, 3 * dayMs]) await at(ms);
    expect((await said(takeoverId, takeoverPreFlightDue)).map(({ time }) => time)).toEqual([
      'dayBefore',
      'hourBefore',
    ]);
  });

  it('calls nobody where nothing is missing', async () => {
    await somebodyIsOnCall(0, 9 * dayMs);
    const takeoverId = await bookedIn(3 * dayMs);
    await at(2 * dayMs);
    await gatewayFinds(takeoverId, 'dayBefore', []);
    await at(2 * dayMs + hourMs);
    expect(await said(takeoverId, takeoverPreFlightFailed)).toEqual([]);
    expect(await looks()).toMatchObject([{ takeoverId, time: 'dayBefore', problems: [] }]);
  });

  it('says what is missing, here and at the gateway, in one word to the team', async () => {
    const takeoverId = await bookedIn(3 * dayMs);
    await at(2 * dayMs);
    await gatewayFinds(takeoverId, 'dayBefore', ['reconnectNeeded']);
    await gatewayFinds(takeoverId, 'dayBefore', ['reconnectNeeded']);
    expect(await said(takeoverId, takeoverPreFlightFailed)).toMatchObject([
      { time: 'dayBefore', problems: ['reconnectNeeded', 'nobodyOnCall'] },
    ]);
  });

  it('says that nobody knows where the gateway is silent for five minutes', async () => {
    await somebodyIsOnCall(0, 9 * dayMs);
    const takeoverId = await bookedIn(3 * dayMs);
    await at(2 * dayMs);
    await at(2 * dayMs + 4 * minuteMs);
    expect(await said(takeoverId, takeoverPreFlightFailed)).toEqual([]);
    await at(2 * dayMs + 6 * minuteMs);
    expect(await said(takeoverId, takeoverPreFlightFailed)).toMatchObject([{ problems: ['gatewaySilent'] }]);
    await gatewayFinds(takeoverId, 'dayBefore', []);
    expect(await looks()).toMatchObject([{ problems: ['gatewaySilent'] }]);
  });

  it('says so also where the takeover was made longer while it was waited for an answer', async () => {
    await somebodyIsOnCall(0, 9 * dayMs);
    const takeoverId = await bookedIn(3 * dayMs);
    await at(2 * dayMs);
    const later = new Date(Date.now() + 3 * dayMs + 12 * hourMs).toISOString().slice(0, 19);
    await charity.extends(takeoverId, later);
    await at(2 * dayMs + 6 * minuteMs);
    expect(await said(takeoverId, takeoverPreFlightFailed)).toMatchObject([{ problems: ['gatewaySilent'] }]);
  });

  it('counts no answer about an old window for the new one', async () => {
    await somebodyIsOnCall(0, 9 * dayMs);
    const takeoverId = await bookedIn(3 * dayMs);
    await at(2 * dayMs);
    await moved(takeoverId, dayMs);
    await at(3 * dayMs);
    const [old, now] = (await said(takeoverId, takeoverPreFlightDue)).map(({ opensAt }) => String(opensAt));
    await gatewayFinds(takeoverId, 'dayBefore', [], old);
    expect(await looks()).toMatchObject([{ opensAt: now, problems: null }]);
    await gatewayFinds(takeoverId, 'dayBefore', ['reconnectNeeded'], now);
    expect(await said(takeoverId, takeoverPreFlightFailed)).toMatchObject([
      { opensAt: now, problems: ['reconnectNeeded'] },
    ]);
    expect(await said(takeoverId, takeoverPreFlightPassed)).toEqual([]);
  });

  it('calls nobody about a takeover that is off by then', async () => {
    const takeoverId = await bookedIn(3 * dayMs);
    await at(2 * dayMs);
    accepted(
      await stage.call('cancel-booking', { charityId: charity.charityId, takeoverId }, charity.manager),
    );
    await gatewayFinds(takeoverId, 'dayBefore', ['notConnected']);
    expect(await said(takeoverId, takeoverPreFlightFailed)).toEqual([]);
  });

  it('says that nothing is missing any more, and each thing it says after the one before', async () => {
    await somebodyIsOnCall(0, 9 * dayMs);
    const takeoverId = await bookedIn(30 * minuteMs);
    await at(0);
    await gatewayFinds(takeoverId, 'hourBefore', ['notConnected']);
    await moved(takeoverId, minuteMs);
    await at(0);
    await gatewayFinds(takeoverId, 'hourBefore', []);
    expect(await said(takeoverId, takeoverPreFlightPassed)).toMatchObject([{ time: 'hourBefore' }]);
    const revisions = (await charity.factsAbout(takeoverId))
      .filter(({ type }) => type.includes('pre-flight'))
      .map(({ revision }) => revision);
    expect(revisions).toHaveLength(4);
    expect(revisions).toEqual([...new Set(revisions)].sort((one, other) => one - other));
  });

  it('counts on nobody who gave up their shift, or whose shift is at another time', async () => {
    const shiftId = newId<ShiftId>();
    await somebodyIsOnCall(0, 9 * dayMs, shiftId);
    await somebodyIsOnCall(0, 9 * dayMs, shiftId, false);
    await somebodyIsOnCall(0, 2 * dayMs);
    const takeoverId = await bookedIn(3 * dayMs);
    await at(2 * dayMs);
    await gatewayFinds(takeoverId, 'dayBefore', []);
    expect(await said(takeoverId, takeoverPreFlightFailed)).toMatchObject([{ problems: ['nobodyOnCall'] }]);
  });

  it('looks at once where it was booked within the hour, and not at what is off', async () => {
    const soon = await bookedIn(30 * minuteMs);
    await at(0);
    expect((await said(soon, takeoverPreFlightDue)).map(({ time }) => time)).toEqual(['hourBefore']);
    const slot = await charity.addSlotIn({ opensInMs: 3 * dayMs, lastsMs: hourMs });
    const robin = await charity.aReadyCurator();
    const { takeoverId } = await charity.book(slot, robin);
    await charity.pauses(robin);
    await at(2 * dayMs);
    expect(await said(takeoverId, takeoverPreFlightDue)).toEqual([]);
  });
});
