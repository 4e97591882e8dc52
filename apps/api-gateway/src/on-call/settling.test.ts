import {
  type AlertId,
  type CharityId,
  crisisNoticed,
  type EventDeclaration,
  type FollowUpId,
  type MemberId,
  type MentionId,
  mentionReported,
  onCallChanged,
  operations,
  type PostId,
  postDecided,
  postHandedUp,
  postMissedWindow,
  type ShiftId,
  type SlotId,
  slotSettled,
  slotUncovered,
  stormBegan,
  stormOver,
  type TakeoverId,
  takeoverClosed,
  takeoverPreFlightFailed,
  takeoverPreFlightPassed,
  teamWaitOver,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { settle, tell } from '@baton/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { CallTheOthers } from './call-the-others.js';

const { 'api-gateway': ops } = operations;
const hourMs = 3_600_000;

interface OnTeam {
  readonly memberId: MemberId;
  readonly email: string;
  readonly token: string;
}

let gateway: GatewayOnStage;
let charityId: CharityId;
let kim: OnTeam;
let lou: OnTeam;
let shiftOfKim: ShiftId;
let count = 0;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());
afterEach(() => gateway.database.shiftClock(0));
beforeEach(async () => {
  count += 1;
  ({ charityId } = await gateway.aCharity(`settling-${count}`));
  [kim, lou] = [await somebody('kim'), await somebody('lou')];
  shiftOfKim = await onCall(kim, -1, 5);
});

async function somebody(name: string): Promise<OnTeam> {
  const email = `${name}@${count}.settling.example`;
  const memberId = await gateway.aMember(charityId, 'moderator', email);
  return { memberId, email, token: await gateway.aSession(charityId, { memberId }) };
}
async function onCall(by: OnTeam, from: number, to: number): Promise<ShiftId> {
  const inHours = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();
  const shift = { shiftId: newId<ShiftId>(), beginsAt: inHours(from), endsAt: inHours(to) };
  const answer = await gateway.call(ops['plan-shift'], { charityId, ...shift }, by.token);
  if (answer.status !== 200) throw new Error(answer.text);
  return shift.shiftId;
}
const givesUp = (by: OnTeam, shiftId: ShiftId) =>
  gateway.call(ops['give-up-shift'], { charityId, shiftId }, by.token);
async function hears<E extends EventDeclaration>(event: E, subject: string, data: object, revision = 1) {
  const whole = { ...event.samples[0], ...data };
  await tell(gateway.nats, event, charityId, { subject, revision, data: whole as never });
  await settle(gateway);
}
const alerts = async () =>
  (await gateway.call(ops['list-alerts'], { charityId }, kim.token)).body['alerts'] as {
    alertId: AlertId;
    takenBy: string | null;
    escalatedAt: string | null;
    settledAt: string | null;
  }[];
const tenMinutesLater = async () => {
  await gateway.database.shiftClock(11 * 60_000);
  await gateway.app.get(CallTheOthers).lookNow();
};

const everyLetterIsOut = async () => {
  const waiting = () =>
    gateway.inCharity(charityId, (tx) =>
      tx.query('SELECT FROM mail_queue WHERE charity_id = $1', [charityId]),
    );
  while ((await waiting()).length > 0);
};

const takeoverId = newId<TakeoverId>();
const slotId = newId<SlotId>();
const postId = newId<PostId>();
const mentionId = newId<MentionId>();
const far = { opensAt: '2031-07-04T16:30:00.000Z', closesAt: '2031-07-07T08:00:00.000Z' };

const raise = {
  uncovered: (of = slotId) => hears(slotUncovered, newId(), { slotId: of, ...far }),
  preFlight: (of = takeoverId) => hears(takeoverPreFlightFailed, of, { takeoverId: of, time: 'dayBefore' }),
  storm: (of = takeoverId) => hears(stormBegan, of, { takeoverId: of }),
  handedUp: (of = postId) => hears(postHandedUp, of, { postId: of, to: 'somebodyElse' }),
  reported: (of = mentionId) => hears(mentionReported, of, { mentionId: of, reason: 'harassment' }),
};
const settling: readonly (readonly [
  what: string,
  reason: keyof typeof raise,
  goes: () => Promise<unknown>,
])[] = [
  ['somebody has the slot', 'uncovered', () => hears(slotSettled, newId(), { slotId, because: 'taken' })],
  ['there is no such slot', 'uncovered', () => hears(slotSettled, newId(), { slotId, because: 'gone' })],
  [
    'the next look finds everything there',
    'preFlight',
    () => hears(takeoverPreFlightPassed, takeoverId, { takeoverId, time: 'hourBefore' }),
  ],
  ['the takeover is off', 'preFlight', () => hears(takeoverClosed, takeoverId, { takeoverId })],
  ['the storm is over', 'storm', () => hears(stormOver, takeoverId, { takeoverId })],
  ['somebody has decided', 'handedUp', () => hears(postDecided, postId, { postId })],
  ['the window was over first', 'handedUp', () => hears(postMissedWindow, postId, { postId })],
  [
    'its author took it back',
    'handedUp',
    () => hears(teamWaitOver, postId, { what: 'heldPost', id: postId }),
  ],
  [
    'whoever handed it up decides after all',
    'handedUp',
    () => hears(teamWaitOver, postId, { what: 'handedUp', id: postId }),
  ],
  [
    'somebody has seen to the report',
    'reported',
    () => hears(teamWaitOver, mentionId, { what: 'report', id: mentionId }),
  ],
];

describe('a call whose reason is gone', () => {
  it.each(settling)(
    'calls nobody else once %s (%s), and says that it settled itself',
    async (_, of, goes) => {
      await raise[of]();
      expect(await alerts()).toMatchObject([{ settledAt: null }]);
      await goes();
      await tenMinutesLater();
      expect(await alerts()).toMatchObject([
        { settledAt: expect.any(String), escalatedAt: null, takenBy: null },
      ]);
      expect(gateway.post.addresses).not.toContain(lou.email);
    },
  );

  it('goes on where it is about something else', async () => {
    await raise.uncovered(newId<SlotId>());
    await raise.preFlight(newId<TakeoverId>());
    for (const [, , goes] of settling) await goes();
    await tenMinutesLater();
    const calls = await alerts();
    expect(calls.map(({ settledAt }) => settledAt)).toEqual([null, null]);
    expect(calls.map(({ escalatedAt }) => escalatedAt)).not.toContain(null);
  });

  it('stays with whoever has said “I see to it”', async () => {
    await raise.uncovered();
    const [alert] = await alerts();
    await gateway.call(ops['take-alert'], { charityId, alertId: alert?.alertId as AlertId }, kim.token);
    await hears(slotSettled, newId(), { slotId, because: 'taken' });
    expect(await alerts()).toMatchObject([{ takenBy: kim.memberId, settledAt: null }]);
  });

  it('S1: is never a crisis, whatever is over', async () => {
    const followUpId = newId<FollowUpId>();
    await hears(crisisNoticed, followUpId, { followUpId, takeoverId, postId });
    for (const what of ['followUp', 'heldPost', 'report', 'handedUp'] as const)
      await hears(teamWaitOver, followUpId, { what, id: followUpId });
    for (const [, , goes] of settling) await goes();
    expect(await alerts()).toMatchObject([{ settledAt: null, takenBy: null }]);
  });
});

describe('when everybody else is called', () => {
  it('whoever was called at first is not called again, and whoever has come on call since is', async () => {
    const max = await somebody('max');
    await raise.reported();
    await givesUp(kim, shiftOfKim);
    await onCall(max, -1, 5);
    await tenMinutesLater();
    const lettersTo = ({ email }: OnTeam) => gateway.post.textsAbout(email, 'told you about a message', 1);
    await everyLetterIsOut();
    for (const one of [kim, lou, max]) expect(await lettersTo(one)).toHaveLength(1);
  });
});

describe('what is said about a shift', () => {
  it('has an order also within one second, and where an id comes back', async () => {
    const shiftId = newId<ShiftId>();
    const beginsAt = new Date(Date.now() + hourMs).toISOString();
    const shift = { charityId, shiftId, beginsAt, endsAt: new Date(Date.now() + 2 * hourMs).toISOString() };
    for (let turn = 0; turn < 3; turn += 1) {
      await gateway.call(ops['plan-shift'], shift, lou.token);
      await givesUp(lou, shiftId);
    }
    const said = await gateway.inCharity(charityId, (tx) =>
      tx.query<{ revision: number; stands: boolean }>(
        `SELECT (envelope::jsonb ->> 'revision')::int AS revision, (envelope::jsonb -> 'data' ->> 'stands')::boolean AS stands
           FROM outbox WHERE envelope::jsonb ->> 'type' = 'baton.${onCallChanged.type}.v1'
            AND envelope::jsonb ->> 'subject' = $1 ORDER BY id`,
        [shiftId],
      ),
    );
    expect(said.map(({ stands }) => stands)).toEqual([true, false, true, false, true, false]);
    const revisions = said.map(({ revision }) => revision);
    expect(revisions).toEqual([...new Set(revisions)].sort((one, other) => one - other));
  });
});
