import { type CharityId, type CuratorId, closeSession, viewSession } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { makeCuratorToken, readCuratorToken } from './curator-token.js';

const dayMs = 86_400_000;
let gateway: GatewayOnStage;
let charityId: CharityId;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  ({ charityId } = await gateway.aCharity('sessions'));
});
afterAll(() => gateway.close());
beforeEach(() => gateway.database.shiftClock(0));

const whoIs = (token: string) => gateway.call(viewSession, {}, token);

describe('a session', () => {
  it('knows its caller', async () => {
    const curatorId = newId<CuratorId>();
    expect(await whoIs(await gateway.aSession(charityId, { curatorId }))).toMatchObject({
      status: 200,
      body: { caller: { kind: 'curator', charityId, curatorId }, charities: [] },
    });
  });

  it('of a person knows every charity they belong to, and their role in each', async () => {
    const elsewhere = await gateway.aCharity('elsewhere');
    const email = 'pat@two-charities.example';
    const memberId = await gateway.aMember(charityId, 'moderator', email);
    await gateway.aMember(elsewhere.charityId, 'trustee', email);
    const answer = await whoIs(await gateway.aSession(charityId, { memberId }));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        caller: { kind: 'person' },
        charities: [
          { charityId, memberId, role: 'moderator', slug: 'sessions' },
          { charityId: elsewhere.charityId, role: 'trustee', slug: 'elsewhere' },
        ],
      },
    });
  });

  it('ends after 30 days without use', async () => {
    const token = await gateway.aCuratorsSession(charityId);
    await gateway.database.shiftClock(30 * dayMs + 1_000);
    expect(await whoIs(token)).toMatchObject({ status: 401, body: { refusal: { code: 'signedOut' } } });
  });

  it('lasts as long as it is used', async () => {
    const token = await gateway.aCuratorsSession(charityId);
    for (const day of [20, 40, 60, 80]) {
      await gateway.database.shiftClock(day * dayMs);
      expect(await whoIs(token)).toMatchObject({ status: 200 });
    }
    await gateway.database.shiftClock(111 * dayMs);
    expect(await whoIs(token)).toMatchObject({ status: 401 });
  });

  it('is over once closed, and closing it again, or none at all, is harmless', async () => {
    const token = await gateway.aCuratorsSession(charityId);
    for (const closing of [token, token, 'no token at all']) {
      expect(await gateway.call(closeSession, { token: closing })).toMatchObject({ body: { closed: true } });
    }
    expect(await whoIs(token)).toMatchObject({ status: 401 });
  });

  it('is kept as a hash: no table holds the token or its secret', async () => {
    const token = await gateway.aCuratorsSession(charityId);
    const rows = await gateway.inCharity(charityId, (tx) =>
      tx.query('SELECT s::text FROM curator_session s'),
    );
    const secret = token.split('_').slice(2).join('_');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
  });
});

describe('a session’s token', () => {
  it('tells its charity, so that it is looked up inside that charity', () => {
    const { token, hash } = makeCuratorToken(charityId);
    expect(readCuratorToken(token)).toEqual({ charityId, hash });
  });

  it('is never the same twice', () => {
    const tokens = Array.from({ length: 1_000 }, () => makeCuratorToken(charityId).token);
    expect(new Set(tokens).size).toBe(1_000);
  });

  it.each(['', 'bt_', `bt_${'0'.repeat(32)}_short`, `bt_${'z'.repeat(32)}_${'A'.repeat(43)}`, "bt_' OR 1=1"])(
    'is not read from %j',
    (token) => {
      expect(readCuratorToken(token)).toBeUndefined();
    },
  );
});
