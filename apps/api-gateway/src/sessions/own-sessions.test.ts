import {
  type CharityId,
  type CuratorId,
  closeSession,
  endCuratorSession,
  endOtherCuratorSessions,
  endOtherSessions,
  endSession,
  listCuratorSessions,
  listSessions,
  type MemberId,
  type SessionId,
  viewSession,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

const dayMs = 86_400_000;
let gateway: GatewayOnStage;
let charityId: CharityId;
let memberId: MemberId;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  ({ charityId } = await gateway.aCharity('sessions'));
});
afterAll(() => gateway.close());
beforeEach(async () => {
  await gateway.database.shiftClock(0);
  memberId = await gateway.aMember(charityId, 'manager');
});

interface Listed {
  readonly sessionId: SessionId;
  readonly device: string;
  readonly isThisOne: boolean;
}
const sessionsIn = ({ body }: Answer) => body['sessions'] as Listed[];
const mine = () => gateway.aSession(charityId, { memberId });
const statusOf = async (token: string) => (await gateway.call(viewSession, {}, token)).status;

describe('a person’s own sessions', () => {
  it('are listed by device and day, the one that asks among them', async () => {
    const [first, second] = [await mine(), await mine()];
    const listed = sessionsIn(await gateway.call(listSessions, {}, second));
    expect(listed).toHaveLength(2);
    expect(listed.filter(({ isThisOne }) => isThisOne)).toHaveLength(1);
    expect(listed[0]).toEqual({
      sessionId: expect.any(String),
      device: 'A test',
      openedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      lastUsedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      isThisOne: expect.any(Boolean),
    });
    expect(await statusOf(first)).toBe(200);
  });

  it('A4: are over for the very next call once ended', async () => {
    const [lost, held] = [await mine(), await mine()];
    const other = sessionsIn(await gateway.call(listSessions, {}, held)).find((each) => !each.isThisOne);
    const sessionId = other?.sessionId ?? newId<SessionId>();
    expect(await statusOf(lost)).toBe(200);
    expect(await gateway.call(endSession, { sessionId }, held)).toMatchObject({ body: { ended: 1 } });
    expect([await statusOf(lost), await statusOf(held)]).toEqual([401, 200]);
    expect(await gateway.call(endSession, { sessionId }, held)).toMatchObject({ body: { ended: 0 } });
  });

  it('are ended all but one', async () => {
    const tokens = [await mine(), await mine(), await mine()];
    const [kept = ''] = tokens;
    expect(await gateway.call(endOtherSessions, {}, kept)).toMatchObject({ body: { ended: 2 } });
    expect(await Promise.all(tokens.map(statusOf))).toEqual([200, 401, 401]);
  });

  it('are nobody else’s to see or to end', async () => {
    const [token, strangers] = [await mine(), await gateway.aMembersSession(charityId, 'owner')];
    const [listed] = sessionsIn(await gateway.call(listSessions, {}, token));
    const sessionId = listed?.sessionId ?? newId<SessionId>();
    expect(await gateway.call(endSession, { sessionId }, strangers)).toMatchObject({ body: { ended: 0 } });
    const theirs = sessionsIn(await gateway.call(listSessions, {}, strangers));
    expect(theirs.map((each) => each.sessionId)).not.toContain(sessionId);
    expect(await statusOf(token)).toBe(200);
  });

  it('end after 14 days without use', async () => {
    const token = await mine();
    await gateway.database.shiftClock(14 * dayMs + 1_000);
    expect(await statusOf(token)).toBe(401);
  });

  it('end after 90 days however often they are used', async () => {
    const token = await mine();
    for (let day = 10; day < 90; day += 10) {
      await gateway.database.shiftClock(day * dayMs);
      expect(await statusOf(token)).toBe(200);
    }
    await gateway.database.shiftClock(90 * dayMs + 1_000);
    expect(await statusOf(token)).toBe(401);
  });

  it('ended are noted in the audit of the charity, by the member’s id', async () => {
    const [, kept] = [await mine(), await mine()];
    await gateway.call(endOtherSessions, {}, kept);
    const facts = await gateway.inCharity(charityId, (tx) =>
      tx.query<{ envelope: string }>('SELECT envelope FROM outbox ORDER BY id DESC LIMIT 1'),
    );
    expect(JSON.parse(facts[0]?.envelope ?? '{}')).toMatchObject({
      data: { actor: `manager ${memberId}`, action: 'sign-in.ended', details: { sessions: 1 } },
    });
  });
});

describe('signing out', () => {
  it('is noted in the audit of the charity, once', async () => {
    const token = await mine();
    await gateway.call(closeSession, { token });
    await gateway.call(closeSession, { token });
    const facts = await gateway.inCharity(charityId, (tx) =>
      tx.query<{ envelope: string }>(`SELECT envelope FROM outbox WHERE envelope LIKE '%' || $1 || '%'`, [
        memberId,
      ]),
    );
    expect(facts.map(({ envelope }) => JSON.parse(envelope).data.action)).toEqual(['sign-in.ended']);
  });
});

describe('a curator’s own sessions', () => {
  it('are listed and ended by the curator alone', async () => {
    const curatorId = newId<CuratorId>();
    const tokens = [
      await gateway.aSession(charityId, { curatorId }),
      await gateway.aSession(charityId, { curatorId }),
      await gateway.aSession(charityId, { curatorId }),
    ];
    const [kept = ''] = tokens;
    const strangers = await gateway.aCuratorsSession(charityId);
    const listed = sessionsIn(await gateway.call(listCuratorSessions, { charityId }, kept));
    const other = listed.find((each) => !each.isThisOne);
    const named = { charityId, sessionId: other?.sessionId ?? newId<SessionId>() };
    expect(listed).toHaveLength(3);
    expect(await gateway.call(endCuratorSession, named, strangers)).toMatchObject({ body: { ended: 0 } });
    expect(await gateway.call(endCuratorSession, named, kept)).toMatchObject({ body: { ended: 1 } });
    const rest = await gateway.call(endOtherCuratorSessions, { charityId }, kept);
    expect(rest).toMatchObject({ body: { ended: 1 } });
    expect(await Promise.all([...tokens, strangers].map(statusOf))).toEqual([200, 401, 401, 200]);
  });
});
