import {
  type CharityId,
  inviteMember,
  type KeyId,
  type KeyScope,
  listAudit,
  listKeys,
  makeKey,
  revokeKey,
  viewSession,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieName } from '../door/request.js';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { aKey, steppedUp } from '../rehearsal/team-on-stage.js';

const [hourMs, dayMs] = [3_600_000, 86_400_000];
let gateway: GatewayOnStage;
let charityId: CharityId;
let owner: string;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  const charity = await gateway.aCharity('keys');
  charityId = charity.charityId;
  owner = await steppedUp(gateway, await gateway.aSession(charityId, { memberId: charity.ownerId }));
});
afterAll(() => gateway.close());
afterEach(() => gateway.database.shiftClock(0));

const aNewKey = (scopes: KeyScope[], days?: number) => aKey(gateway, charityId, { by: owner, scopes, days });
const whoIs = (key: string) => gateway.call(viewSession, {}, key);
const listed = async () =>
  listKeys.output.parse((await gateway.call(listKeys, { charityId }, owner)).body).keys;
const input = { name: 'Our calendar', scopes: ['rota:read' as const] };

describe('an API key', () => {
  it('may read what its scopes name, in its own charity and no other', async () => {
    const { key } = await aNewKey(['audit:read']);
    const { charityId: theirs } = await gateway.aCharity('keys-of-others');
    expect(await gateway.call(listAudit, { charityId }, key)).toMatchObject({ status: 200 });
    expect(await gateway.call(listAudit, { charityId: theirs }, key)).toMatchObject({ status: 403 });
    const other = await aNewKey(['rota:read', 'posts:read', 'policy:read']);
    expect(await gateway.call(listAudit, { charityId }, other.key)).toMatchObject({ status: 403 });
  });

  it('is shown once and kept as a hash', async () => {
    const { key, keyId } = await aNewKey(['rota:read']);
    const list = await gateway.call(listKeys, { charityId }, owner);
    const rows = await gateway.inCharity(charityId, (tx) => tx.query('SELECT k::text FROM api_key k'));
    for (const text of [list.text, JSON.stringify(rows)]) {
      expect(text).not.toContain(key);
      expect(text).not.toContain(key.slice(-43));
    }
    expect(await gateway.call(makeKey, { charityId, keyId, ...input }, owner)).toMatchObject({
      status: 409,
      body: { refusal: { code: 'madeAlready' } },
    });
    expect(await whoIs(key)).toMatchObject({ status: 200, body: { caller: { kind: 'key', keyId } } });
  });

  it('revoked is refused from the very next call on, and revoking it twice is harmless', async () => {
    const { key, keyId } = await aNewKey(['rota:read']);
    expect(await whoIs(key)).toMatchObject({ status: 200 });
    for (const time of [1, 2]) {
      const { status } = await gateway.call(revokeKey, { charityId, keyId }, owner);
      expect([time, status]).toEqual([time, 200]);
    }
    expect(await whoIs(key)).toMatchObject({ status: 401, body: { refusal: { code: 'signedOut' } } });
  });

  it('works until its last day, where it has one', async () => {
    const [bounded, endless] = [await aNewKey(['rota:read'], 30), await aNewKey(['rota:read'])];
    await gateway.database.shiftClock(30 * dayMs - hourMs);
    expect(await whoIs(bounded.key)).toMatchObject({ status: 200 });
    await gateway.database.shiftClock(30 * dayMs + hourMs);
    expect(await whoIs(bounded.key)).toMatchObject({ status: 401 });
    expect(await whoIs(endless.key)).toMatchObject({ status: 200 });
  });

  it('tells the hour of its last use, and nothing finer', async () => {
    const { key, keyId } = await aNewKey(['rota:read']);
    const lastUse = async () => (await listed()).find((each) => each.keyId === keyId)?.lastUsedAt;
    expect(await lastUse()).toBeNull();
    await whoIs(key);
    const first = await lastUse();
    expect(first).toMatch(/:00:00\.000Z$/);
    await gateway.database.shiftClock(2 * hourMs);
    await whoIs(key);
    expect(Date.parse((await lastUse()) ?? '')).toBe(Date.parse(first ?? '') + 2 * hourMs);
  });

  it('is a program’s: as a browser’s cookie it is nobody', async () => {
    const { key } = await aNewKey(['rota:read']);
    const headers = { cookie: `${cookieName}=${key}` };
    expect(await gateway.ask('/api/session', { headers })).toMatchObject({ status: 401 });
  });

  it('makes nothing and changes nothing, whatever its scopes', async () => {
    const { key } = await aNewKey(['rota:read', 'posts:read', 'policy:read', 'audit:read']);
    const invitation = { charityId, invitationId: newId(), email: 'x@y.example', role: 'owner' as const };
    expect(await gateway.call(inviteMember, invitation, key)).toMatchObject({ status: 403 });
    const another = { charityId, keyId: newId<KeyId>(), ...input };
    expect(await gateway.call(makeKey, another, key)).toMatchObject({ status: 403 });
  });

  it('is made only by an owner who has just confirmed that it is them', async () => {
    const making = { charityId, keyId: newId<KeyId>(), ...input };
    const justSignedIn = await gateway.aMembersSession(charityId, 'owner');
    expect(await gateway.call(makeKey, making, justSignedIn)).toMatchObject({
      body: { refusal: { code: 'stepUpNeeded' } },
    });
    const manager = await steppedUp(gateway, await gateway.aMembersSession(charityId, 'manager'));
    expect(await gateway.call(makeKey, making, manager)).toMatchObject({ status: 403 });
  });

  it.each([
    ['no scope', []],
    ['a scope twice', ['rota:read', 'rota:read']],
    ['a scope there is not', ['everything:write']],
  ])('with %s is refused', async (_, scopes) => {
    const path = makeKey.path.replace('{charityId}', charityId);
    const headers = { authorization: `Bearer ${owner}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ keyId: newId(), name: 'Odd', scopes });
    const answer = await gateway.ask(`/api${path}`, { method: 'POST', headers, body });
    expect(answer).toMatchObject({ status: 400, body: { refusal: { code: 'badInput' } } });
  });
});
