import {
  allOperations,
  type Caller,
  type CharityId,
  type CuratorId,
  decideCall,
  type MemberId,
  type Operation,
  type PersonId,
  StaffRole,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, GatewayOnStage, operatorToken } from '../rehearsal/gateway-on-stage.js';
import { StaffSessions } from '../sessions/staff-sessions.js';

const routed = allOperations.filter(({ path }) => path !== 'internal');
const namesACharity = ({ path }: Operation) => path.includes('{charityId}');
const dayMs = 86_400_000;

let gateway: GatewayOnStage;
let ours: CharityId;
let theirs: CharityId;
let memberId: MemberId;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  ours = (await gateway.aCharity('ours')).charityId;
  theirs = (await gateway.aCharity('theirs')).charityId;
  memberId = await gateway.aMember(ours, 'manager');
});
afterAll(() => gateway.close());

/** Asks a route for a charity, with fresh ids for whatever else its path names and an empty body. */
function attempt(operation: Operation, charityId: CharityId, token?: string): Promise<Answer> {
  const path = operation.path.replace('{charityId}', charityId).replace(/\{\w+\}/g, () => newId());
  const carriesBody = operation.method === 'POST' || operation.method === 'PUT';
  return gateway.ask(`/api${path}`, {
    method: operation.method,
    headers: {
      ...(carriesBody ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(carriesBody ? { body: '{}' } : {}),
  });
}

/** What the door said; `allowed` is any answer that is not the door's own no. */
function decisionIn({ status, body }: Answer): 'allowed' | 'signedOut' | 'forbidden' | 'stepUpNeeded' {
  if (status === 401 && body.refusal?.code === 'signedOut') return 'signedOut';
  if (status === 403 && body.refusal?.code === 'forbidden') return 'forbidden';
  if (status === 403 && body.refusal?.code === 'stepUpNeeded') return 'stepUpNeeded';
  return 'allowed';
}

/** Tries every route for our charity and for theirs; tells what was decided, by operation and charity. */
async function decisionsFor(token: string | undefined): Promise<Record<string, string>> {
  const decisions: Record<string, string> = {};
  for (const operation of routed) {
    for (const [whose, charityId] of [['ours', ours] as const, ['theirs', theirs] as const]) {
      const answer = await attempt(operation, charityId, token);
      decisions[`${operation.name} of ${whose}`] = decisionIn(answer);
    }
  }
  return decisions;
}

/** What the contracts say about somebody who has one guise or two: the kindest of their answers. */
function decisionsByContract(guises: readonly Caller[]): Record<string, string> {
  const now = new Date();
  return Object.fromEntries(
    routed.flatMap((operation) =>
      [['ours', ours] as const, ['theirs', theirs] as const].map(([whose, charityId]) => {
        const named = namesACharity(operation) ? charityId : undefined;
        const decisions = guises
          .filter((guise) => guise.kind !== 'staff' || guise.charityId === named)
          .map((guise) => decideCall(operation, guise, named, now));
        const kindest = (['allowed', 'stepUpNeeded', 'signedOut'] as const).find((each) =>
          decisions.includes(each),
        );
        return [`${operation.name} of ${whose}`, kindest ?? 'forbidden'];
      }),
    ),
  );
}

const aPerson = (): Caller => ({ kind: 'person', personId: newId<PersonId>() });
const inAMinute = () => new Date(Date.now() + 60_000).toISOString();

/** Everybody there is, and how they come by their token. */
const everyone: readonly Somebody[] = [
  { who: 'nobody signed in', guises: () => [{ kind: 'anyone' }], token: async () => undefined },
  {
    who: 'the operator',
    guises: () => [{ kind: 'operator', steppedUpUntil: inAMinute() }],
    token: async () => operatorToken,
  },
  ...StaffRole.options.map(
    (role): Somebody => ({
      who: `the ${role} of a charity`,
      guises: () => [{ kind: 'staff', charityId: ours, memberId, role }, aPerson()],
      token: () => gateway.aMembersSession(ours, role),
    }),
  ),
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
    who: 'a curator of a charity',
    guises: () => [{ kind: 'curator', charityId: ours, curatorId: newId<CuratorId>() }],
    token: () => gateway.aCuratorsSession(ours),
  },
];

interface Somebody {
  readonly who: string;
  readonly guises: () => readonly Caller[];
  readonly token: () => Promise<string | undefined>;
}

describe('T1: no one reads or does what is not theirs', () => {
  it('knows every routed operation', () => {
    expect(routed.length).toBeGreaterThan(40);
  });

  it.each(everyone)('lets $who through every route exactly as the contract says', async (somebody) => {
    const decisions = await decisionsFor(await somebody.token());
    expect(decisions).toEqual(decisionsByContract(somebody.guises()));
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

describe('T1: a session that does not hold', () => {
  const inOurs = (sql: string, ...parameters: unknown[]) =>
    gateway.inCharity(ours, (tx) => tx.query(sql, parameters));
  const aManager = () => gateway.aMembersSession(ours, 'manager');

  const broken: readonly (readonly [string, () => Promise<string>])[] = [
    ['made up', async () => `bp_${'A'.repeat(43)}`],
    ['made up as a curator’s', async () => `bt_${ours.replaceAll('-', '')}_${'A'.repeat(43)}`],
    ['that is no token at all', async () => 'let-me-in'],
    [
      'with one letter changed',
      async () => (await aManager()).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ],
    [
      'moved over to another charity',
      async () =>
        (await gateway.aCuratorsSession(ours)).replace(ours.replaceAll('-', ''), theirs.replaceAll('-', '')),
    ],
    [
      'closed',
      async () => {
        const token = await aManager();
        await gateway.app.get(StaffSessions).close(token);
        return token;
      },
    ],
  ];

  it.each(broken)('%s is refused on every route', async (_, make) => {
    const token = await make();
    const decisions = new Set(Object.values(await decisionsFor(token)));
    expect([...decisions]).toEqual(['signedOut']);
  });

  it('expired is refused on every route', async () => {
    const token = await aManager();
    await gateway.database.shiftClock(31 * dayMs);
    try {
      expect([...new Set(Object.values(await decisionsFor(token)))]).toEqual(['signedOut']);
    } finally {
      await gateway.database.shiftClock(0);
    }
  });

  it('of a member whose role was taken down has the lower role’s rights at once', async () => {
    const member = await gateway.aMember(ours, 'owner');
    const token = await gateway.aSession(ours, { memberId: member });
    await inOurs(`UPDATE member SET role = 'analyst' WHERE charity_id = $1 AND member_id = $2`, ours, member);
    const analyst: Caller = { kind: 'staff', charityId: ours, memberId: member, role: 'analyst' };
    expect(await decisionsFor(token)).toEqual(decisionsByContract([analyst, aPerson()]));
  });
});
