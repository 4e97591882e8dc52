import {
  type Caller,
  type ReminderWishes,
  type TakeoverId,
  takeoverReminderDue,
  wireTypeOf,
} from '@baton/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { reminderTimes } from './reminder-times.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const due = wireTypeOf(takeoverReminderDue);

describe('when a curator is reminded', () => {
  const times = (zone: string) =>
    reminderTimes(
      { opensAt: new Date('2027-04-02T16:30:00Z'), closesAt: new Date('2027-04-05T08:00:00Z') },
      zone,
    ).map(({ reminder, dueAt }) => [reminder, dueAt.toISOString()]);

  it('is in the morning of their own clock for the early ones, also across a change of the clocks', () => {
    expect(times('Europe/London')).toEqual([
      ['fourteenDays', '2027-03-19T10:00:00.000Z'],
      ['twoDays', '2027-03-31T09:00:00.000Z'],
      ['oneHour', '2027-04-02T15:30:00.000Z'],
      ['opening', '2027-04-02T16:30:00.000Z'],
      ['ending', '2027-04-05T07:00:00.000Z'],
    ]);
  });

  it('goes by the day it is where they live', () => {
    expect(times('Pacific/Auckland').slice(0, 2)).toEqual([
      ['fourteenDays', '2027-03-19T21:00:00.000Z'],
      ['twoDays', '2027-03-31T21:00:00.000Z'],
    ]);
  });
});

describe('reminders', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let robin: CuratorOnStage;
  beforeEach(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
    robin = await charity.aReadyCurator();
  });
  afterEach(() => stage.close());

  const bookedIn = async (opensInMs: number, lastsMs = 60 * hourMs): Promise<TakeoverId> => {
    const slot = await charity.addSlotIn({ opensInMs, lastsMs });
    return (await charity.book(slot, robin)).takeoverId;
  };
  const wish = (wishes: Partial<ReminderWishes>, by = robin) =>
    stage.call(
      'set-reminder-wishes',
      {
        ...{ charityId: charity.charityId, zone: null, channel: 'mail' as const },
        reminders: ['fourteenDays', 'twoDays', 'oneHour', 'opening', 'ending'],
        ...wishes,
      },
      by.caller,
    );
  const at = async (ms: number): Promise<void> => {
    await stage.shiftClock(ms);
    await stage.look();
    await stage.doWhatIsDue();
  };
  const reminded = async (takeoverId: TakeoverId) =>
    (await charity.factsAbout(takeoverId))
      .filter(({ type }) => type === due)
      .map(({ data }) => data['reminder']);

  it('come in their order, each once, with two replicas', async () => {
    const takeoverId = await bookedIn(20 * dayMs);
    await stage.startReplica();
    for (const days of [1, 5, 7, 17, 19, 19.99, 20, 21, 22.47, 23, 30]) await at(days * dayMs);
    expect(await reminded(takeoverId)).toEqual(['fourteenDays', 'twoDays', 'oneHour', 'opening', 'ending']);
  });

  it('are not made up for: whoever books late hears of what is still to come', async () => {
    const takeoverId = await bookedIn(3 * hourMs);
    await at(2.5 * hourMs);
    expect(await reminded(takeoverId)).toEqual(['oneHour']);
  });

  it('that an outage swallowed come no more once they would be wrong', async () => {
    const takeoverId = await bookedIn(20 * dayMs);
    await stage.stopReplicas();
    await stage.shiftClock(20 * dayMs - hourMs / 2);
    await stage.startReplica();
    await stage.doWhatIsDue();
    expect(await reminded(takeoverId)).toEqual(['oneHour']);
  });

  it('never come for a booking that is off', async () => {
    const takeoverId = await bookedIn(20 * dayMs);
    await at(7 * dayMs);
    await charity.pauses(robin);
    for (const days of [18, 19.99, 20, 22.4]) await at(days * dayMs);
    expect(await reminded(takeoverId)).toEqual(['fourteenDays']);
  });

  it('go by what the curator wishes, also for what is booked already', async () => {
    const takeoverId = await bookedIn(20 * dayMs);
    accepted(await wish({ reminders: ['twoDays'], zone: 'Pacific/Auckland' }));
    for (const days of [7, 18.9, 19.99, 20.1, 22.4]) await at(days * dayMs);
    expect(await reminded(takeoverId)).toEqual(['twoDays']);
    const [fact] = (await charity.factsAbout(takeoverId)).filter(({ type }) => type === due);
    expect(fact?.data['zone']).toBe('Pacific/Auckland');
  });

  it('come by no mail where their own calendar does it', async () => {
    const takeoverId = await bookedIn(20 * dayMs);
    accepted(await wish({ channel: 'calendar' }));
    for (const days of [7, 18.9, 19.99, 20.1, 22.4]) await at(days * dayMs);
    expect(await reminded(takeoverId)).toEqual([]);
  });

  it('refuse a zone there is not, and somebody nobody knows', async () => {
    expect(await wish({ zone: 'Europe/Atlantis' })).toMatchObject({ refusal: { code: 'badInput' } });
    expect(await wish({}, charity.aCuratorWhoIsNotReady())).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('tells whoever is handed the account before its time that it is theirs, once', async () => {
    const takeoverId = await bookedIn(5 * hourMs);
    const steppedUpUntil = new Date(Date.now() + hourMs).toISOString();
    const sure = { ...charity.manager, steppedUpUntil } as Caller;
    accepted(await stage.call('open-takeover-now', { charityId: charity.charityId, takeoverId }, sure));
    for (const ms of [0, 1_000, 5 * hourMs]) await at(ms);
    expect(await reminded(takeoverId)).toEqual(['opening']);
  });
});
