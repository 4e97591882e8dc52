import {
  type Caller,
  type CharityId,
  changeRole,
  closeSession,
  endOtherSessions,
  type MemberId,
  type PersonId,
  revokeKey,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EveryRoute } from '../rehearsal/every-route.js';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { aKey, steppedUp } from '../rehearsal/team-on-stage.js';

const dayMs = 86_400_000;
let gateway: GatewayOnStage;
let ours: CharityId;
let theirs: CharityId;
let ownerId: MemberId;
let routes: EveryRoute;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  ({ charityId: ours, ownerId } = await gateway.aCharity('ours'));
  theirs = (await gateway.aCharity('theirs')).charityId;
  routes = new EveryRoute(gateway, { ours, theirs });
});
afterAll(() => gateway.close());

const hexOf = (charityId: CharityId) => charityId.replaceAll('-', '');
const aManager = () => gateway.aMembersSession(ours, 'manager');
const theOwner = async () => steppedUp(gateway, await gateway.aSession(ours, { memberId: ownerId }));
const aRotaKey = async (days?: number) =>
  aKey(gateway, ours, { by: await theOwner(), scopes: ['rota:read'], days });
const withOneLetterChanged = (token: string) => token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
const decisionsOn = async (token: string) => [...new Set(Object.values(await routes.decisionsFor(token)))];

describe('T1: a credential that does not hold', () => {
  const broken: readonly (readonly [string, () => Promise<string>])[] = [
    ['a session made up', async () => `bp_${'A'.repeat(43)}`],
    ['a curator’s session made up', async () => `bt_${hexOf(ours)}_${'A'.repeat(43)}`],
    ['a key made up', async () => `bk_${hexOf(ours)}_${'A'.repeat(43)}`],
    ['no token at all', async () => 'let-me-in'],
    ['a session with one letter changed', async () => withOneLetterChanged(await aManager())],
    ['a key with one letter changed', async () => withOneLetterChanged((await aRotaKey()).key)],
    [
      'a curator’s session moved over to another charity',
      async () => (await gateway.aCuratorsSession(ours)).replace(hexOf(ours), hexOf(theirs)),
    ],
    [
      'a key moved over to another charity',
      async () => (await aRotaKey()).key.replace(hexOf(ours), hexOf(theirs)),
    ],
    [
      'a closed session',
      async () => {
        const token = await aManager();
        await gateway.call(closeSession, { token });
        return token;
      },
    ],
    [
      'a session ended from another device',
      async () => {
        const memberId = await gateway.aMember(ours, 'manager');
        const token = await gateway.aSession(ours, { memberId });
        await gateway.call(endOtherSessions, {}, await gateway.aSession(ours, { memberId }));
        return token;
      },
    ],
    [
      'a revoked key',
      async () => {
        const { keyId, key } = await aRotaKey();
        await gateway.call(revokeKey, { charityId: ours, keyId }, await theOwner());
        return key;
      },
    ],
  ];

  it.each(broken)('%s is refused on every route', async (_, make) => {
    expect(await decisionsOn(await make())).toEqual(['signedOut']);
  });

  it.each([
    ['a person’s session', aManager],
    ['a curator’s session', () => gateway.aCuratorsSession(ours)],
    ['a key', async () => (await aRotaKey(30)).key],
  ] as const)('%s that has expired is refused on every route', async (_, make) => {
    const token = await make();
    await gateway.database.shiftClock(31 * dayMs);
    try {
      expect(await decisionsOn(token)).toEqual(['signedOut']);
    } finally {
      await gateway.database.shiftClock(0);
    }
  });
});

describe('T1: a session that holds less than before', () => {
  const person: Caller = { kind: 'person', personId: newId<PersonId>() };

  it('after its member’s role was taken down has the lower role’s rights at once', async () => {
    const memberId = await gateway.aMember(ours, 'owner');
    const token = await gateway.aSession(ours, { memberId });
    const role = 'analyst' as const;
    await gateway.call(changeRole, { charityId: ours, memberId, role }, await theOwner());
    const analyst: Caller = { kind: 'staff', charityId: ours, memberId, role };
    expect(await routes.decisionsFor(token)).toEqual(routes.decisionsByContract([analyst, person]));
  });

  it('after its step-up has run out takes no big step any more', async () => {
    const memberId = await gateway.aMember(ours, 'owner');
    const token = await steppedUp(gateway, await gateway.aSession(ours, { memberId }));
    await gateway.database.shiftClock(-7_200_000);
    await steppedUp(gateway, token);
    await gateway.database.shiftClock(0);
    const owner: Caller = { kind: 'staff', charityId: ours, memberId, role: 'owner' };
    expect(await routes.decisionsFor(token)).toEqual(routes.decisionsByContract([owner, person]));
  });
});
