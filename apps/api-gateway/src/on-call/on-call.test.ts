import {
  type AlertId,
  type CharityId,
  crisisNoticed,
  type EventId,
  feedbackCrisisNoticed,
  type MemberId,
  mentionReported,
  onCallChanged,
  operations,
  platformId,
  type ShiftId,
  type SlotId,
  slotUncovered,
  type TakeoverId,
  takeoverPreFlightFailed,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { settle, tell } from '@baton/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { steppedUp } from '../rehearsal/team-on-stage.js';
import { CallTheOthers } from './call-the-others.js';

const { 'api-gateway': ops } = operations;
const hourMs = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();

let gateway: GatewayOnStage;
let charityId: CharityId;
let count = 0;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
beforeEach(async () => {
  count += 1;
  ({ charityId } = await gateway.aCharity(`charity-${count}`));
});
afterAll(() => gateway.close());

interface OnTeam {
  readonly memberId: MemberId;
  readonly email: string;
  readonly token: string;
}
async function somebody(role: 'moderator' | 'manager' | 'trustee', name: string): Promise<OnTeam> {
  const email = `${name}@${count}.example`;
  const memberId = await gateway.aMember(charityId, role, email);
  return { memberId, email, token: await gateway.aSession(charityId, { memberId }) };
}
const plan = (by: OnTeam, from: number, to: number, more: { memberId?: MemberId; shiftId?: ShiftId } = {}) =>
  gateway.call(
    ops['plan-shift'],
    { charityId, shiftId: newId<ShiftId>(), beginsAt: inHours(from), endsAt: inHours(to), ...more },
    by.token,
  );
const shifts = async (by: OnTeam) =>
  (await gateway.call(ops['list-on-call'], { charityId }, by.token)).body['shifts'] as {
    shiftId: ShiftId;
    memberId: MemberId;
    isYou: boolean;
    offeredTo: string | null;
  }[];
const shiftOf = async (by: OnTeam, from: number, to: number): Promise<ShiftId> => {
  const answer = await plan(by, from, to);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body['shiftId'] as ShiftId;
};
const withShift = (
  by: OnTeam,
  name: 'offer-shift' | 'accept-shift' | 'give-up-shift',
  shiftId: ShiftId,
  more = {},
) => gateway.call(ops[name], { charityId, shiftId, ...more }, by.token);

describe('the rota of those on call', () => {
  it('holds moderators who put themselves there, and whom a manager puts there', async () => {
    const [kim, sam] = [await somebody('moderator', 'kim'), await somebody('manager', 'sam')];
    await shiftOf(kim, 1, 5);
    expect((await plan(kim, 6, 8, { memberId: sam.memberId })).body.refusal?.code).toBe('onlyThemself');
    expect((await plan(sam, 6, 8, { memberId: kim.memberId })).status).toBe(200);
    expect((await shifts(kim)).map(({ isYou }) => isYou)).toEqual([true, true]);
  });

  it('refuses what cannot be, and says what would work', async () => {
    const [kim, sam, tess] = [
      await somebody('moderator', 'kim'),
      await somebody('manager', 'sam'),
      await somebody('trustee', 'tess'),
    ];
    const shiftId = await shiftOf(kim, 1, 5);
    expect((await plan(kim, 5, 1)).body.refusal?.code).toBe('impossibleShift');
    expect((await plan(kim, -5, -1)).body.refusal?.code).toBe('impossibleShift');
    expect((await plan(kim, 1, 24 * 15)).body.refusal?.code).toBe('impossibleShift');
    expect((await plan(sam, 6, 8, { memberId: tess.memberId })).body.refusal?.code).toBe('notInTeam');
    expect((await plan(kim, 4, 6)).body.refusal).toMatchObject({
      code: 'onCallAlready',
      details: { shift: { shiftId } },
    });
    expect((await plan(tess, 6, 8)).status).toBe(403);
  });

  it('puts one person on call once, of twenty who say so at once', async () => {
    const kim = await somebody('moderator', 'kim');
    const answers = await Promise.all(Array.from({ length: 20 }, () => plan(kim, 1, 5)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await shifts(kim)).toHaveLength(1);
  });

  it('is swapped by an offer and a yes; until then whoever offers stays', async () => {
    const [kim, lou] = [await somebody('moderator', 'kim'), await somebody('moderator', 'lou')];
    const shiftId = await shiftOf(kim, 1, 5);
    expect((await withShift(lou, 'accept-shift', shiftId)).body.refusal?.code).toBe('notOffered');
    expect((await withShift(lou, 'offer-shift', shiftId)).body.refusal?.code).toBe('notTheirs');
    await withShift(kim, 'offer-shift', shiftId);
    expect(await shifts(kim)).toMatchObject([{ memberId: kim.memberId, offeredTo: 'anybody' }]);
    for (let twice = 0; twice < 2; twice += 1)
      expect((await withShift(lou, 'accept-shift', shiftId)).status).toBe(200);
    expect(await shifts(kim)).toMatchObject([{ shiftId, memberId: lou.memberId, offeredTo: null }]);
  });

  it('goes to one of two who say yes at once', async () => {
    const [kim, lou, max] = [
      await somebody('moderator', 'kim'),
      await somebody('moderator', 'lou'),
      await somebody('moderator', 'max'),
    ];
    const shiftId = await shiftOf(kim, 1, 5);
    await withShift(kim, 'offer-shift', shiftId);
    const answers = await Promise.all([lou, max].map((one) => withShift(one, 'accept-shift', shiftId)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is handed over in the middle without a gap', async () => {
    const [kim, lou] = [await somebody('moderator', 'kim'), await somebody('moderator', 'lou')];
    const shiftId = await shiftOf(kim, -1, 5);
    await withShift(kim, 'offer-shift', shiftId, { to: lou.memberId });
    expect((await withShift(lou, 'accept-shift', shiftId)).status).toBe(200);
    const times = await gateway.inCharity(charityId, (tx) =>
      tx.query<{ same: boolean }>(
        `SELECT lead(begins_at) OVER (ORDER BY begins_at) = ends_at AS same FROM on_call_shift WHERE charity_id = $1`,
        [charityId],
      ),
    );
    expect(times).toEqual([{ same: true }, { same: null }]);
    expect(await shifts(kim)).toMatchObject([{ memberId: lou.memberId }]);
  });

  it('loses whoever leaves the team, and others hear of it', async () => {
    const kim = await somebody('moderator', 'kim');
    const shiftId = await shiftOf(kim, 1, 5);
    const answer = await gateway.call(
      ops['remove-member'],
      { charityId, memberId: kim.memberId },
      await steppedUp(gateway, kim.token),
    );
    expect(answer.text).toContain('removed');
    const facts = await gateway.inCharity(charityId, (tx) =>
      tx.query<{ stands: string; shift: string }>(
        `SELECT envelope::jsonb -> 'data' ->> 'stands' AS stands, envelope::jsonb ->> 'subject' AS shift FROM outbox
          WHERE envelope::jsonb ->> 'type' = 'baton.${onCallChanged.type}.v1' ORDER BY id`,
      ),
    );
    expect(facts).toEqual([
      { stands: 'true', shift: shiftId },
      { stands: 'false', shift: shiftId },
    ]);
  });

  it('tells whoever begins, once', async () => {
    const kim = await somebody('moderator', 'kim');
    await shiftOf(kim, -0.01, 5);
    await gateway.app.get(CallTheOthers).lookNow();
    await gateway.app.get(CallTheOthers).lookNow();
    const letters = await gateway.post.textsFor(kim.email);
    expect(letters).toEqual([expect.stringContaining('you are on call')]);
  });
});

describe('when the team is called', () => {
  const reported = (reason: 'harassment' | 'inDanger' = 'harassment') => {
    const mentionId = newId<never>();
    return tell(gateway.nats, mentionReported, charityId, {
      id: newId<EventId>(),
      subject: mentionId,
      revision: 1,
      data: { ...mentionReported.samples[0], mentionId, reason },
    });
  };
  const uncovered = async (opensAt: string, closesAt: string) => {
    const data = { slotId: newId<SlotId>(), opensAt, closesAt, asked: 3 };
    await tell(gateway.nats, slotUncovered, charityId, { subject: newId<string>(), revision: 1, data });
    await settle(gateway);
  };
  const alerts = async (by: OnTeam) =>
    (await gateway.call(ops['list-alerts'], { charityId }, by.token)).body['alerts'] as {
      alertId: AlertId;
      reason: string;
      escalatedAt: string | null;
      takenBy: string | null;
      calledAtFirst: number;
    }[];
  const later = async (minutes: number) => {
    await gateway.database.shiftClock(minutes * 60_000);
    await gateway.app.get(CallTheOthers).lookNow();
  };
  afterEach(() => gateway.database.shiftClock(0));
  const reportLetters = async ({ email }: OnTeam, atLeast: number) =>
    gateway.post.textsAbout(email, 'told you about a message', atLeast);

  it('whoever is on call hears first, and everybody else after ten minutes of silence', async () => {
    const [kim, lou] = [await somebody('moderator', 'kim'), await somebody('moderator', 'lou')];
    await shiftOf(kim, -1, 5);
    await reported();
    await settle(gateway);
    expect(await reportLetters(kim, 1)).toHaveLength(1);
    await later(9);
    expect(await alerts(kim)).toMatchObject([{ reason: 'reported', calledAtFirst: 1, escalatedAt: null }]);
    await later(11);
    await later(12);
    expect(await alerts(kim)).toMatchObject([{ escalatedAt: expect.any(String) }]);
    expect(await reportLetters(lou, 1)).toHaveLength(1);
  });

  it('nobody else hears where somebody says “I see to it”; the first who says so has it', async () => {
    const [kim, lou] = [await somebody('moderator', 'kim'), await somebody('moderator', 'lou')];
    await shiftOf(kim, -1, 5);
    await reported();
    await settle(gateway);
    const [alert] = await alerts(kim);
    const take = (by: OnTeam) =>
      gateway.call(ops['take-alert'], { charityId, alertId: alert?.alertId as AlertId }, by.token);
    const answers = await Promise.all([take(kim), take(kim), take(kim)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await take(lou)).body.refusal?.code).toBe('takenAlready');
    await later(15);
    expect(await alerts(kim)).toMatchObject([{ takenBy: kim.memberId, escalatedAt: null }]);
    expect(gateway.post.addresses).not.toContain(lou.email);
  });

  it('one charity whose letters cannot be written keeps no other one waiting', async () => {
    const [kim, lou] = [await somebody('moderator', 'kim'), await somebody('moderator', 'lou')];
    await shiftOf(kim, -1, 5);
    await reported();
    await settle(gateway);
    const personId = await gateway.personOf(charityId, lou.memberId);
    await gateway.inCharity(platformId, (tx) =>
      tx.query(`UPDATE person SET email_sealed = 'broken' WHERE person_id = $1`, [personId]),
    );
    ({ charityId } = await gateway.aCharity(`other-${count}`));
    const [max, mia] = [await somebody('moderator', 'max'), await somebody('moderator', 'mia')];
    await shiftOf(max, -1, 5);
    await reported();
    await settle(gateway);
    await later(11);
    expect(await reportLetters(mia, 1)).toHaveLength(1);
  });

  it('everybody hears at once where nobody is on call', async () => {
    const [kim, lou] = [await somebody('moderator', 'kim'), await somebody('manager', 'lou')];
    await reported();
    await settle(gateway);
    for (const one of [kim, lou]) expect(await reportLetters(one, 1)).toHaveLength(1);
  });

  it('S1: everybody hears at once where a life may be in danger, whoever is on call', async () => {
    const [kim, lou] = [await somebody('moderator', 'kim'), await somebody('moderator', 'lou')];
    await shiftOf(kim, -1, 5);
    const data = crisisNoticed.samples[0];
    await tell(gateway.nats, crisisNoticed, charityId, { subject: newId(), revision: 1, data });
    await settle(gateway);
    for (const one of [kim, lou])
      expect(await gateway.post.textsAbout(one.email, 'may be in distress')).toHaveLength(1);
  });

  it('S1: the letter leads to where the words are: of a survey, and of a pulse', async () => {
    const kim = await somebody('moderator', 'kim');
    const [pulse, survey] = feedbackCrisisNoticed.samples;
    for (const data of [pulse, survey])
      if (data)
        await tell(gateway.nats, feedbackCrisisNoticed, charityId, { subject: newId(), revision: 1, data });
    await settle(gateway);
    const letters = (await gateway.post.textsAbout(kim.email, 'may be in distress', 2)).join();
    expect(letters).toContain(`/c/charity-${count}/pulse\n`);
    expect(letters).toContain(`/c/charity-${count}/surveys\n`);
  });

  it('the same cause calls once, and says nothing of anybody', async () => {
    const kim = await somebody('moderator', 'kim');
    const takeoverId = newId<TakeoverId>();
    const data = {
      takeoverId,
      time: 'dayBefore' as const,
      opensAt: '2031-03-07T17:30:00.000Z',
      problems: ['reconnectNeeded' as const, 'nobodyOnCall' as const],
    };
    const fact = { id: newId<EventId>(), subject: takeoverId, revision: 1, data };
    for (let twice = 0; twice < 2; twice += 1)
      await tell(gateway.nats, takeoverPreFlightFailed, charityId, fact);
    await settle(gateway);
    const [letter, ...more] = await gateway.post.textsFor(kim.email);
    expect(letter).toContain('Friday 7 March at 17:30');
    expect(letter).toContain('connect the X account again');
    expect(letter).toContain('Nobody of the team is on call');
    expect(more).toEqual([]);
  });

  it('a slot that nobody can take calls whoever is on call, on the charity’s clock, and then the others', async () => {
    const [kim, lou] = [await somebody('moderator', 'kim'), await somebody('manager', 'lou')];
    await shiftOf(kim, -1, 5);
    await uncovered('2031-07-04T16:30:00.000Z', '2031-07-07T08:00:00.000Z');
    const [letter] = await gateway.post.textsAbout(kim.email, 'cannot make it', 1);
    expect(letter).toContain('from Friday 4 July at 17:30');
    expect(letter).toContain('We asked everybody who stands by or waits (3)');
    expect(await alerts(kim)).toMatchObject([{ reason: 'uncovered', calledAtFirst: 1 }]);
    await later(11);
    expect(await gateway.post.textsAbout(lou.email, 'cannot make it', 1)).toHaveLength(1);
  });

  it('a slot that nobody can take calls everybody at once where less than a day is left', async () => {
    const [kim, lou] = [await somebody('moderator', 'kim'), await somebody('manager', 'lou')];
    await shiftOf(kim, -1, 5);
    await uncovered(inHours(23), inHours(70));
    for (const { email } of [kim, lou])
      expect(await gateway.post.textsFor(email)).toContainEqual(expect.stringContaining('cannot make it'));
    const everybody = { reason: 'uncovered', calledAtFirst: 3, escalatedAt: null };
    expect(await alerts(kim)).toMatchObject([everybody]);
  });
});
