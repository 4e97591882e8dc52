import {
  allOperations,
  type Caller,
  type CharityId,
  type CuratorId,
  type KeyId,
  KeyScope,
  type MemberId,
  type PersonId,
  StaffRole,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EveryRoute, routed } from '../rehearsal/every-route.js';
import { GatewayOnStage, operatorToken } from '../rehearsal/gateway-on-stage.js';
import { aKey, steppedUp } from '../rehearsal/team-on-stage.js';

let gateway: GatewayOnStage;
let ours: CharityId;
let theirs: CharityId;
let ownerId: MemberId;
let routes: EveryRoute;

beforeAll(async () => {
  gateway = await GatewayOnStage.open({ BATON_OPERATOR_EMAILS: 'operator@baton.example' });
  ({ charityId: ours, ownerId } = await gateway.aCharity('ours'));
  theirs = (await gateway.aCharity('theirs')).charityId;
  routes = new EveryRoute(gateway, { ours, theirs });
});
afterAll(() => gateway.close());

interface Somebody {
  readonly who: string;
  readonly guises: () => readonly Caller[];
  readonly token: () => Promise<string | undefined>;
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const aPerson = (more: { steppedUpUntil?: string } = {}): Caller => ({
  kind: 'person',
  personId: newId<PersonId>(),
  ...more,
});
const aMember = (charityId: CharityId, role: StaffRole, more: { steppedUpUntil?: string } = {}): Caller => ({
  kind: 'staff',
  charityId,
  memberId: newId<MemberId>(),
  role,
  ...more,
});

const members = StaffRole.options.flatMap((role): Somebody[] => [
  {
    who: `the ${role} of a charity`,
    guises: () => [aMember(ours, role), aPerson()],
    token: () => gateway.aMembersSession(ours, role),
  },
  {
    who: `the ${role} of a charity, just after a step-up`,
    guises: () => [
      aMember(ours, role, { steppedUpUntil: inAnHour() }),
      aPerson({ steppedUpUntil: inAnHour() }),
    ],
    token: async () => steppedUp(gateway, await gateway.aMembersSession(ours, role)),
  },
]);

const keys = [...KeyScope.options.map((scope) => [scope]), KeyScope.options].map(
  (scopes): Somebody => ({
    who: `a key of a charity that may ${scopes.join(' and ')}`,
    guises: () => [{ kind: 'key', charityId: ours, keyId: newId<KeyId>(), scopes }],
    token: async () => {
      const by = await steppedUp(gateway, await gateway.aSession(ours, { memberId: ownerId }));
      return (await aKey(gateway, ours, { by, scopes })).key;
    },
  }),
);

/** Everybody there is, and how they come by their token. */
const everyone: readonly Somebody[] = [
  { who: 'nobody signed in', guises: () => [{ kind: 'anyone' }], token: async () => undefined },
  {
    who: 'the operator',
    guises: () => [{ kind: 'operator', steppedUpUntil: inAnHour() }],
    token: async () => operatorToken,
  },
  ...members,
  ...keys,
  {
    who: 'a moderator of one charity who is a trustee of another',
    guises: () => [aMember(ours, 'moderator'), aMember(theirs, 'trustee'), aPerson()],
    token: async () => {
      const email = 'pat@both.example';
      await gateway.aMember(theirs, 'trustee', email);
      return gateway.aSession(ours, { memberId: await gateway.aMember(ours, 'moderator', email) });
    },
  },
  {
    who: 'a person who belongs to no charity',
    guises: () => [aPerson()],
    token: async () => {
      const leaver = await gateway.aMember(ours, 'owner');
      const token = await gateway.aSession(ours, { memberId: leaver });
      await gateway.inCharity(ours, (tx) => tx.query('DELETE FROM member WHERE member_id = $1', [leaver]));
      return token;
    },
  },
  {
    who: 'an operator who is a person',
    guises: () => [aPerson(), { kind: 'operator', personId: newId<PersonId>() }],
    token: async () => {
      const email = 'operator@baton.example';
      const somewhere = await gateway.aMember(theirs, 'owner', email);
      const token = await gateway.aSession(theirs, { memberId: somewhere });
      await gateway.inCharity(theirs, (tx) =>
        tx.query('DELETE FROM member WHERE member_id = $1', [somewhere]),
      );
      return token;
    },
  },
  {
    who: 'a curator of a charity',
    guises: () => [{ kind: 'curator', charityId: ours, curatorId: newId<CuratorId>() }],
    token: () => gateway.aCuratorsSession(ours),
  },
];

describe('T1: no one reads or does what is not theirs', () => {
  it('knows every routed operation', () => {
    expect(routed.length).toBeGreaterThan(60);
  });

  it.each(everyone)('lets $who through every route exactly as the contract says', async (somebody) => {
    const decisions = await routes.decisionsFor(await somebody.token());
    expect(decisions).toEqual(routes.decisionsByContract(somebody.guises()));
  });

  it.each(allOperations.filter(({ path }) => path === 'internal').map(({ name }) => name))(
    'has no route at all to the internal operation %s',
    async (name) => {
      for (const path of ['/api/internal', `/api/${name}`, `/api/charities/${ours}/${name}`]) {
        const headers = { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' };
        const { status } = await gateway.ask(path, { method: 'POST', headers, body: '{}' });
        expect(status).toBe(404);
      }
    },
  );
});
