import { type CharityId, type MentionId, mentionReported, operations, type ShiftId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { settle, tell } from '@baton/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { steppedUp } from '../rehearsal/team-on-stage.js';
import { CallTheOthers } from './call-the-others.js';
import { EraseShiftNotes } from './erase-shift-notes.js';

const { 'api-gateway': ops } = operations;
const hourMs = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();
const note = 'Robin was low on Friday. Please look in.';

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
afterEach(() => gateway.database.shiftClock(0));
afterAll(() => gateway.close());

async function somebody(role: 'owner' | 'moderator' | 'manager' | 'trustee', name: string) {
  const email = `${name}@${count}.example`;
  const memberId = await gateway.aMember(charityId, role, email);
  return { memberId, email, token: await gateway.aSession(charityId, { memberId }) };
}
type OnTeam = Awaited<ReturnType<typeof somebody>>;

async function shiftOf(by: OnTeam, from: number, to: number): Promise<ShiftId> {
  const shiftId = newId<ShiftId>();
  const shift = { charityId, shiftId, beginsAt: inHours(from), endsAt: inHours(to) };
  const answer = await gateway.call(ops['plan-shift'], shift, by.token);
  if (answer.status !== 200) throw new Error(answer.text);
  return shiftId;
}
const offer = (by: OnTeam, shiftId: ShiftId, more: object = {}) =>
  gateway.call(ops['offer-shift'], { charityId, shiftId, ...more }, by.token);
const take = (by: OnTeam, shiftId: ShiftId) =>
  gateway.call(ops['accept-shift'], { charityId, shiftId }, by.token);
const notesSeenBy = async (by: OnTeam) =>
  (
    (await gateway.call(ops['list-on-call'], { charityId }, by.token)).body['shifts'] as { note?: string }[]
  ).flatMap((shift) => shift.note ?? []);
const kept = () =>
  gateway.inCharity(charityId, (tx) =>
    tx.query(
      `SELECT encode(note_sealed, 'escape') AS sealed FROM shift_note WHERE charity_id = $1
       UNION ALL SELECT owner FROM data_key WHERE charity_id = $1 AND owner LIKE 'shift:%'`,
      [charityId],
    ),
  );

describe('a note that is handed over with a shift', () => {
  it('is read by whoever takes the shift over, once they have, and by nobody else', async () => {
    const [kim, lou, sam, tess] = [
      await somebody('moderator', 'kim'),
      await somebody('moderator', 'lou'),
      await somebody('manager', 'sam'),
      await somebody('trustee', 'tess'),
    ];
    const shiftId = await shiftOf(kim, 1, 5);
    expect((await offer(kim, shiftId, { note })).text).not.toContain(note);
    for (const one of [kim, lou, sam, tess]) expect(await notesSeenBy(one)).toEqual([]);
    expect((await take(lou, shiftId)).body).toMatchObject({ note });
    expect(await notesSeenBy(lou)).toEqual([note]);
    for (const one of [kim, sam, tess]) expect(await notesSeenBy(one)).toEqual([]);
    expect(JSON.stringify(await kept())).not.toContain('Robin');
  });

  it('goes with the rest of a shift that has begun', async () => {
    const [kim, lou] = [await somebody('moderator', 'kim'), await somebody('moderator', 'lou')];
    const shiftId = await shiftOf(kim, -1, 5);
    await offer(kim, shiftId, { note });
    const rest = (await take(lou, shiftId)).body;
    expect(rest['shiftId']).not.toBe(shiftId);
    expect(rest['note']).toBe(note);
    expect(await kept()).toHaveLength(2);
  });

  it('is taken back by another offer without one; what was handed over stays until somebody takes over', async () => {
    const [kim, lou, max] = [
      await somebody('moderator', 'kim'),
      await somebody('moderator', 'lou'),
      await somebody('moderator', 'max'),
    ];
    const shiftId = await shiftOf(kim, 1, 5);
    await offer(kim, shiftId, { note });
    await offer(kim, shiftId);
    expect(await kept()).toEqual([]);
    await offer(kim, shiftId, { note });
    await take(lou, shiftId);
    await offer(lou, shiftId);
    expect(await notesSeenBy(lou)).toEqual([note]);
    await take(max, shiftId);
    expect([await notesSeenBy(lou), await notesSeenBy(max)]).toEqual([[], [note]]);
  });

  it('is of 500 characters at most', async () => {
    const kim = await somebody('moderator', 'kim');
    const shiftId = await shiftOf(kim, 1, 5);
    expect((await offer(kim, shiftId, { note: 'x'.repeat(501) })).body.refusal?.code).toBe('badInput');
    expect((await offer(kim, shiftId, { note: 'x'.repeat(500) })).status).toBe(200);
  });

  it('is erased with its key when the shift is over, is given up, or loses whose it is', async () => {
    const [kim, lou, sam] = [
      await somebody('moderator', 'kim'),
      await somebody('moderator', 'lou'),
      await somebody('owner', 'sam'),
    ];
    const over = async () => {
      await gateway.app.get(EraseShiftNotes).eraseNow();
      return kept();
    };
    const handedOver = async () => {
      const shiftId = await shiftOf(kim, 1, 5);
      await offer(kim, shiftId, { note });
      await take(lou, shiftId);
      expect(await over()).toHaveLength(2);
      return shiftId;
    };
    const shiftId = await handedOver();
    await gateway.call(ops['give-up-shift'], { charityId, shiftId }, lou.token);
    expect(await kept()).toEqual([]);
    await handedOver();
    const owner = await steppedUp(gateway, sam.token);
    for (const role of ['trustee', 'moderator'] as const) {
      const answer = await gateway.call(
        ops['change-role'],
        { charityId, memberId: lou.memberId, role },
        owner,
      );
      expect(answer.status).toBe(200);
    }
    expect(await kept()).toEqual([]);
    await handedOver();
    await gateway.database.shiftClock(6 * hourMs);
    expect(await over()).toEqual([]);
  });
});

describe('how long whoever is on call has', () => {
  const settings = (by: OnTeam) => gateway.call(ops['view-on-call-settings'], { charityId }, by.token);
  const set = (by: OnTeam, escalatesAfterMinutes: number) =>
    gateway.call(ops['set-on-call-settings'], { charityId, escalatesAfterMinutes }, by.token);
  const report = async () => {
    const mentionId = newId<MentionId>();
    const data = { ...mentionReported.samples[0], mentionId, reason: 'harassment' as const };
    await tell(gateway.nats, mentionReported, charityId, { subject: mentionId, revision: 1, data });
    await settle(gateway);
  };
  const escalated = async (by: OnTeam, afterMinutes: number) => {
    await gateway.database.shiftClock(afterMinutes * 60_000);
    await gateway.app.get(CallTheOthers).lookNow();
    const { body } = await gateway.call(ops['list-alerts'], { charityId }, by.token);
    return (body['alerts'] as { escalatedAt: string | null }[]).map(
      ({ escalatedAt }) => escalatedAt !== null,
    );
  };

  it('is ten minutes, and what a manager says between five and sixty', async () => {
    const [kim, sam] = [await somebody('moderator', 'kim'), await somebody('manager', 'sam')];
    expect((await settings(kim)).body).toEqual({ escalatesAfterMinutes: 10 });
    for (const impossible of [4, 61, 7.5])
      expect((await set(sam, impossible)).body.refusal?.code).toBe('badInput');
    expect((await set(kim, 20)).status).toBe(403);
    expect((await set(sam, 20)).status).toBe(200);
    expect((await settings(kim)).body).toEqual({ escalatesAfterMinutes: 20 });
  });

  it('holds for calls from then on', async () => {
    const [kim, sam] = [await somebody('moderator', 'kim'), await somebody('manager', 'sam')];
    await shiftOf(kim, -1, 5);
    await set(sam, 20);
    await report();
    expect(await escalated(kim, 19)).toEqual([false]);
    expect(await escalated(kim, 21)).toEqual([true]);
  });
});
