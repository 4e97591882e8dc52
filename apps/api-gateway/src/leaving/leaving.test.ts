import {
  beginLeaving,
  type CharityId,
  CuratorId,
  charityErased,
  curatorLeft,
  eraseCharityNow,
  type MemberId,
  registerCharity,
  stayAboard,
  verifyAudit,
  viewCharity,
  viewLeaving,
  viewSession,
} from '@baton/contracts';
import { keptTables } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { settle, tell } from '@baton/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage, operatorToken } from '../rehearsal/gateway-on-stage.js';
import { asAdmin, tablesHolding } from '../rehearsal/tables-holding.js';
import { steppedUp } from '../rehearsal/team-on-stage.js';
import { EraseDueCharities } from './erase-due-charities.js';
import { ReplayCharityErasures } from './replay-charity-erasures.js';

const dayMs = 86_400_000;
let gateway: GatewayOnStage;
let charityId: CharityId;
let ownerId: MemberId;
let owner: string;
let charities = 0;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());
beforeEach(async () => {
  charities += 1;
  ({ charityId, ownerId } = await gateway.aCharity(`leaving-${charities}`));
  owner = await steppedUp(gateway, await gateway.aSession(charityId, { memberId: ownerId }));
});
afterEach(() => gateway.database.shiftClock(0));

const begin = (token = owner) => gateway.call(beginLeaving, { charityId }, token);
const stay = () => gateway.call(stayAboard, { charityId }, owner);
const eraseNow = (token = operatorToken) => gateway.call(eraseCharityNow, { charityId }, token);
const isAboard = async () => (await gateway.call(viewCharity, { charityId })).status === 200;
const eraseDue = () => gateway.app.get(EraseDueCharities).eraseDue();

describe('a charity that leaves', () => {
  it('is begun by an owner who has confirmed who they are, and by nobody else', async () => {
    expect((await begin(await gateway.aMembersSession(charityId, 'manager'))).status).toBe(403);
    const notSteppedUp = await gateway.aSession(charityId, { memberId: ownerId });
    expect((await begin(notSteppedUp)).body.refusal?.code).toBe('stepUpNeeded');
    expect((await begin()).body['standing']).toBe('leaving');
  });

  it('has 14 days in which it can be taken back', async () => {
    await begin();
    await gateway.database.shiftClock(13.9 * dayMs);
    await eraseDue();
    expect(await isAboard()).toBe(true);
    await gateway.database.shiftClock(0);
    expect((await stay()).body).toEqual({ standing: 'active', erasesAt: null });
    await gateway.database.shiftClock(15 * dayMs);
    await eraseDue();
    expect(await isAboard()).toBe(true);
  });

  it('is erased when they are over: the charity, its team and all its sessions', async () => {
    const curator = await gateway.aCuratorsSession(charityId);
    await begin();
    await gateway.database.shiftClock(14.1 * dayMs);
    await eraseDue();
    await gateway.database.shiftClock(0);
    expect(await isAboard()).toBe(false);
    for (const token of [owner, curator])
      expect((await gateway.call(viewSession, {}, token)).status).toBe(401);
  });

  it('leaves nothing in any table but what is kept on purpose', async () => {
    await begin();
    await eraseNow();
    await settle(gateway);
    const kept = Object.keys(keptTables).map((table) => table.replace('*', 'api_gateway'));
    const left = await tablesHolding(gateway.database.adminUrl, charityId);
    // The fact that it is erased, and the audit’s last lines: on their way, and swept up within the hour.
    expect(
      left.filter((table) => ![...kept, 'api_gateway.outbox', 'api_gateway.aggregate_seen'].includes(table)),
    ).toEqual([]);
  });

  it('is remembered as erased: registering its id again brings nothing back', async () => {
    await begin();
    await eraseNow();
    const again = { name: 'Back again', slug: `back-${charities}`, zone: 'Europe/London' };
    const input = { charityId, ...again, owner: { memberId: ownerId, email: 'back@owner.example' } };
    const answer = await gateway.call(registerCharity, input, operatorToken);
    expect(answer.body.refusal?.code).toBe('leftForGood');
  });

  it('forgets who belonged to it alone, and keeps who belongs to another charity', async () => {
    const other = await gateway.aCharity(`staying-${charities}`);
    await gateway.aMember(other.charityId, 'trustee', 'both@team.example');
    const both = await gateway.aMember(charityId, 'trustee', 'both@team.example');
    const bothsSession = await gateway.aSession(charityId, { memberId: both });
    await begin();
    await eraseNow();
    expect((await gateway.call(viewSession, {}, owner)).status).toBe(401);
    const session = await gateway.call(viewSession, {}, bothsSession);
    expect(session.body['charities']).toMatchObject([{ charityId: other.charityId }]);
  });

  it('keeps an audit that still proves itself, with the erasing as its line, and no other charity feels it', async () => {
    const other = await gateway.aCharity(`untouched-${charities}`);
    await begin();
    await eraseNow();
    await settle(gateway);
    const lines = await gateway.inCharity(charityId, (tx) =>
      tx.query<{ action: string }>('SELECT action FROM audit_line WHERE charity_id = $1 ORDER BY number', [
        charityId,
      ]),
    );
    expect(lines.map(({ action }) => action).slice(-2)).toEqual(['charity.leaving', 'charity.erased']);
    const othersOwner = await gateway.aSession(other.charityId, { memberId: other.ownerId });
    const proof = await gateway.call(verifyAudit, { charityId: other.charityId, anchors: [] }, othersOwner);
    expect(proof.status).toBe(200);
  });

  it('is told to every service once, also where two erase it at the same time', async () => {
    await begin();
    const answers = await Promise.all([eraseNow(), eraseNow(), eraseNow()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const told = await gateway.inCharity(charityId, (tx) =>
      tx.query('SELECT FROM outbox WHERE envelope LIKE $1', [`%${charityErased.type}.v1%`]),
    );
    expect(told).toHaveLength(1);
  });
});

describe('a backup from before the erasing', () => {
  it('R11 brings no charity back: it is erased again before the gateway listens', async () => {
    await begin();
    await eraseNow();
    await asAdmin(
      gateway.database.adminUrl,
      `
      DELETE FROM api_gateway.erased_charity WHERE charity_id = '${charityId}';
      INSERT INTO api_gateway.charity (charity_id, name, slug, zone)
      VALUES ('${charityId}', 'Restored', 'restored-${charities}', 'Europe/London')`,
    );
    expect(await isAboard()).toBe(true);
    await gateway.app.get(ReplayCharityErasures).replay();
    expect(await isAboard()).toBe(false);
  });
});

describe('the operator', () => {
  it('does not erase a charity that is neither leaving nor suspended, nor one that never was', async () => {
    expect((await eraseNow()).body.refusal?.code).toBe('stillActive');
    expect(await isAboard()).toBe(true);
    const never = await gateway.call(eraseCharityNow, { charityId: newId<CharityId>() }, operatorToken);
    expect(never.status).toBe(404);
  });

  it('sees where a charity stands', async () => {
    const answer = await gateway.call(viewLeaving, { charityId }, operatorToken);
    expect(answer.body).toEqual({ standing: 'active', erasesAt: null });
  });
});

describe('a curator whose part has ended', () => {
  it('is signed out on every device at once, and nobody else is', async () => {
    const curatorId = CuratorId.parse(newId());
    const devices = [
      await gateway.aSession(charityId, { curatorId }),
      await gateway.aSession(charityId, { curatorId }),
    ];
    const another = await gateway.aCuratorsSession(charityId);
    await tell(gateway.nats, curatorLeft, charityId, {
      subject: curatorId,
      revision: 1,
      data: { curatorId, pastPosts: 'keep' },
    });
    await settle(gateway);
    for (const token of devices) expect((await gateway.call(viewSession, {}, token)).status).toBe(401);
    expect((await gateway.call(viewSession, {}, another)).status).toBe(200);
  });
});
