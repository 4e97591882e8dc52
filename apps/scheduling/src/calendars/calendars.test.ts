import { type CalendarLinkId, consentWithdrawn, memberLeft, memberRoleChanged } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { readICalendar } from '../rehearsal/read-icalendar.js';
import { Stage } from '../rehearsal/stage.js';

const anyone = { kind: 'anyone' } as const;

describe('calendars', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeEach(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity('Europe/London');
  });
  afterEach(() => stage.close());

  const { link, read } = {
    link: async (caller: CuratorOnStage['caller'], linkId = newId<CalendarLinkId>()) =>
      accepted(await stage.call('make-calendar-link', { charityId: charity.charityId, linkId }, caller)),
    read: async (token: string) => {
      const input = { charityId: charity.charityId, token };
      return accepted(await stage.call('read-calendar', input, anyone)).iCalendar;
    },
  };
  const ofRobin = async (robin: CuratorOnStage) =>
    readICalendar(await read((await link(robin.caller)).token));
  const everybodys = async () =>
    accepted(await stage.call('read-public-calendar', { charityId: charity.charityId }, anyone)).iCalendar;
  const booked = async (robin: CuratorOnStage, opens = '2031-03-28T17:30', closes = '2031-03-31T09:00') =>
    (await charity.book(await charity.addSlot(opens, closes), robin)).takeoverId;

  it('R14: tell the same instants as ours, across a change of the clocks, to a reader that knows no zones of its own', async () => {
    const robin = await charity.aReadyCurator();
    const takeoverId = await booked(robin);
    const [event] = await ofRobin(robin);
    expect(event).toMatchObject({
      uid: `${takeoverId}@baton`,
      zone: 'Europe/London',
      startsOnClock: '2031-03-28T17:30:00',
      endsOnClock: '2031-03-31T09:00:00',
      startsAt: '2031-03-28T17:30:00.000Z',
      endsAt: '2031-03-31T08:00:00.000Z',
      status: 'CONFIRMED',
    });
  });

  it('keep the UID and raise the sequence when a booking changes, and strike it out when it is off', async () => {
    const robin = await charity.aReadyCurator();
    const takeoverId = await booked(robin);
    const [before] = await ofRobin(robin);
    await charity.extends(takeoverId, '2031-03-31T12:00');
    const [moved] = await ofRobin(robin);
    expect(moved).toMatchObject({ uid: before?.uid, endsOnClock: '2031-03-31T12:00:00' });
    expect(Number(moved?.sequence)).toBeGreaterThan(Number(before?.sequence));
    await stage.shiftClock(5_000);
    await charity.pauses(robin);
    const [off] = await ofRobin(robin);
    expect(off).toMatchObject({ uid: before?.uid, status: 'CANCELLED', summary: 'Off: my weekend' });
    expect(Number(off?.sequence)).toBeGreaterThan(Number(moved?.sequence));
    expect(String(off?.lastModified) > String(before?.lastModified)).toBe(true);
    await charity.removesFreeSlots();
    expect(await ofRobin(robin)).toEqual([off]);
  });

  it('P3: a curator’s own names neither the charity nor anybody', async () => {
    const robin = await charity.aReadyCurator({ penName: 'Robin of Shine MS' });
    await booked(robin);
    const text = await read((await link(robin.caller)).token);
    for (const word of ['Shine', 'Robin', charity.charityId, 'takeover'])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it('P3: the public one names nobody who wishes to be anonymous, nor whose weekend is off', async () => {
    const [robin, kim] = [
      await charity.aReadyCurator({ penName: 'Robin', identityLevel: 'anonymous' }),
      await charity.aReadyCurator({ penName: 'Kim; the, 3rd\\', identityLevel: 'penName' }),
    ];
    await booked(robin);
    await booked(kim, '2031-04-04T17:30', '2031-04-07T09:00');
    expect(readICalendar(await everybodys()).map(({ summary }) => summary)).toEqual([
      'Takeover by Kim; the, 3rd\\',
      'Takeover by our curator',
    ]);
    await charity.pauses(kim);
    expect(await everybodys()).not.toContain('Kim');
  });

  it('P4: the public one names nobody any more who took back their consent, not even for what was', async () => {
    const robin = await charity.aReadyCurator({ penName: 'Robin', identityLevel: 'penName' });
    const slot = await charity.addSlotIn({ opensInMs: -3_600_000, lastsMs: 7_200_000 });
    await charity.book(slot, robin);
    await stage.look();
    expect(await everybodys()).toContain('Robin');
    await stage.hears(consentWithdrawn, charity.charityId, {
      subject: robin.curatorId,
      revision: 1,
      data: { curatorId: robin.curatorId, channel: 'posting', pastPosts: 'keep' },
    });
    expect(await everybodys()).not.toContain('Robin');
    expect(readICalendar(await everybodys())).toHaveLength(1);
  });

  it('carry alarms where somebody wishes to be reminded by their calendar, and none otherwise', async () => {
    const robin = await charity.aReadyCurator();
    await booked(robin);
    expect((await ofRobin(robin))[0]?.alarms).toEqual([]);
    const wishes = {
      zone: null,
      channel: 'calendar' as const,
      reminders: ['twoDays' as const, 'oneHour' as const],
    };
    accepted(
      await stage.call('set-reminder-wishes', { charityId: charity.charityId, ...wishes }, robin.caller),
    );
    expect((await ofRobin(robin))[0]?.alarms).toEqual([
      '2031-03-26T10:00:00.000Z',
      '2031-03-28T16:30:00.000Z',
    ]);
  });

  it('hold nobody else’s weekends behind a curator’s link, and all of them behind the team’s', async () => {
    const [robin, kim] = [await charity.aReadyCurator(), await charity.aReadyCurator({ penName: 'Kim' })];
    await booked(robin);
    await booked(kim, '2031-04-04T17:30', '2031-04-07T09:00');
    expect(await ofRobin(robin)).toHaveLength(1);
    const team = readICalendar(await read((await link(charity.manager)).token));
    expect(team.map(({ summary }) => summary)).toEqual(['Takeover: Kim', 'Takeover: Robin']);
  });

  it('are read by nobody once their link is ended, and an old link is not opened by making its id again', async () => {
    const robin = await charity.aReadyCurator();
    const { linkId, token } = await link(robin.caller);
    expect((await link(robin.caller, linkId)).token).toBe(token);
    const input = { charityId: charity.charityId, linkId };
    for (let twice = 0; twice < 2; twice += 1)
      accepted(await stage.call('end-calendar-link', input, robin.caller));
    const over = { refusal: { code: 'linkOver' } };
    const reading = { charityId: charity.charityId, token };
    expect(await stage.call('read-calendar', reading, anyone)).toMatchObject(over);
    expect(await stage.call('make-calendar-link', input, robin.caller)).toMatchObject({
      refusal: { code: 'badInput' },
    });
    expect(await stage.call('read-calendar', reading, anyone)).toMatchObject(over);
  });

  it('are ended by nobody else, not even by the team, and opened by no guess', async () => {
    const [robin, kim] = [await charity.aReadyCurator(), await charity.aReadyCurator()];
    const { linkId, token } = await link(robin.caller);
    for (const caller of [kim.caller, charity.manager])
      accepted(await stage.call('end-calendar-link', { charityId: charity.charityId, linkId }, caller));
    expect(await read(token)).toContain('BEGIN:VCALENDAR');
    const guess = { charityId: charity.charityId, token: `${token.slice(0, -2)}AA` };
    expect(await stage.call('read-calendar', guess, anyone)).toMatchObject({ refusal: { code: 'linkOver' } });
    const other = await stage.aCharity();
    expect(await stage.call('read-calendar', { charityId: other.charityId, token }, anyone)).toMatchObject({
      refusal: { code: 'linkOver' },
    });
  });

  it('end with the part of their holder: a curator who leaves, a member who leaves the team', async () => {
    const robin = await charity.aReadyCurator();
    const tokens = [(await link(robin.caller)).token, (await link(charity.manager)).token];
    await charity.leaves(robin);
    const memberId = charity.manager.kind === 'staff' ? charity.manager.memberId : newId<never>();
    await stage.hears(memberLeft, charity.charityId, { subject: memberId, revision: 1, data: { memberId } });
    for (const token of tokens)
      expect(
        await stage.call('read-calendar', { charityId: charity.charityId, token }, anyone),
      ).toMatchObject({ refusal: { code: 'linkOver' } });
  });

  it('of the team end for whoever has a role that may not have them, and for nobody else', async () => {
    const { token } = await link(charity.manager);
    const memberId = charity.manager.kind === 'staff' ? charity.manager.memberId : newId<never>();
    const becomes = (role: 'moderator' | 'trustee') =>
      stage.hears(memberRoleChanged, charity.charityId, {
        subject: memberId,
        revision: 1,
        data: { memberId, role },
      });
    await becomes('moderator');
    expect(await read(token)).toContain('BEGIN:VCALENDAR');
    await becomes('trustee');
    expect(await stage.call('read-calendar', { charityId: charity.charityId, token }, anyone)).toMatchObject({
      refusal: { code: 'linkOver' },
    });
  });

  it('are at most five for one person, also when all are made at once', async () => {
    const robin = await charity.aReadyCurator();
    const made = await Promise.all(
      Array.from({ length: 8 }, () =>
        stage.call(
          'make-calendar-link',
          { charityId: charity.charityId, linkId: newId<CalendarLinkId>() },
          robin.caller,
        ),
      ),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(5);
  });

  it('are whole without a single weekend', async () => {
    expect(readICalendar(await everybodys())).toEqual([]);
  });
});
