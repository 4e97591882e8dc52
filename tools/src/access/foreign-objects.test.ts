import {
  allOperations,
  type Caller,
  isRefusal,
  KeyScope,
  type Operation,
  StaffRole,
  viewSession,
} from '@baton/contracts';
import { Bus, makeCallerKeys, privateKeyOf, Requests, silentObserver } from '@baton/messaging';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localSecrets } from '../stack/local-secrets.js';
import { fresh } from '../story/story-world.js';
import type { RowsOfCharity } from './rows-of-charity.js';
import { objectFieldsOf, routed, TwoCharities } from './two-charities.js';

const theirWord = 'kestrel';
/** Shows every charity to everybody, by name: that is what it is for. */
const publicList = 'list-charities';
/** A person’s own things, which no charity has: their tests are the gateway’s. */
const ofNoCharity = ['passkeyId', 'deviceId'];

let charities: TwoCharities;
let before: RowsOfCharity;

beforeAll(async () => {
  charities = await TwoCharities.open(theirWord);
  before = await charities.theirRows();
}, 150_000);
afterAll(() => charities?.close(), 30_000);

const isTold = (text: string) => text.toLowerCase().includes(theirWord);

/** What somebody was told about the other charity, and what broke, when they named its objects as their own. */
async function leaksTo(token: string | undefined, operations: readonly Operation[]): Promise<string[]> {
  const leaks: string[] = [];
  for (const operation of operations) {
    for (const input of charities.foreignInputs(operation)) {
      const { status, text } = await charities.ask(operation, input, token);
      const isLeak = operation.name !== publicList && isTold(text);
      if (isLeak) leaks.push(`${operation.name} tells of the other charity: ${status} ${text.slice(0, 300)}`);
      if (status >= 500) leaks.push(`${operation.name} breaks: ${status}`);
    }
  }
  return leaks;
}

const everybody: readonly (readonly [string, () => string | undefined])[] = [
  ['nobody signed in', () => undefined],
  ['an analyst', () => charities.ours.team.analyst.token],
  ['a trustee', () => charities.ours.team.trustee.token],
  ['a moderator', () => charities.ours.team.moderator.token],
  ['a curator', () => charities.ours.curator.token],
  ['an API key with every scope', () => charities.ours.key.token],
  ['a manager', () => charities.ours.team.manager.token],
  ['an owner who has just confirmed that it is them', () => charities.ours.team.owner.token],
  ['the operator', () => charities.system.operatorToken],
];

describe('T1: two charities with everything in them, and everybody of the one asking for what the other has', () => {
  const namesObjects = (operation: Operation) => objectFieldsOf(operation).length > 0;
  const reads = routed.filter(({ method }) => method === 'GET');
  const writes = routed.filter(({ method }) => method !== 'GET');

  it('has an object of every kind that a contract can name', () => {
    const fields = new Set(routed.flatMap(objectFieldsOf));
    const missing = [...fields].filter((field) => !charities.theirs.ids[field]?.length);
    expect(missing.filter((field) => !ofNoCharity.includes(field))).toEqual([]);
  });

  it.each(everybody)(
    'shows nothing of the other to %s',
    async (_, token) => {
      for (const operation of reads.filter(namesObjects)) {
        const answer = await charities.ask(operation, charities.foreignInputs(operation)[0] ?? {}, token());
        expect({ [operation.name]: answer.status }).not.toEqual({ [operation.name]: 200 });
      }
      expect(await leaksTo(token(), reads)).toEqual([]);
    },
    60_000,
  );

  /** Ids are each charity’s own, so this may make objects of ours under the ids of theirs. */
  it.each(everybody)(
    'does nothing with what the other has for %s',
    async (_, token) => {
      expect(await leaksTo(token(), writes.filter(namesObjects))).toEqual([]);
      expect(await charities.ask(viewSession, {}, token())).toMatchObject({ status: 200 });
    },
    60_000,
  );

  /** Last, since it may change our own charity for whoever comes after. */
  it.each(everybody)(
    'says nothing of the other to %s who names nothing',
    async (_, token) => {
      const rest = writes.filter((operation) => !namesObjects(operation));
      expect(await leaksTo(token(), rest)).toEqual([]);
    },
    60_000,
  );
});

describe('T1: the services themselves, for whoever gets past the door', () => {
  const steppedUpUntil = new Date(Date.now() + 3_600_000).toISOString();
  let bus: Bus;
  beforeAll(async () => {
    bus = await Bus.connect({ url: charities.system.natsUrl, name: 'access test', observer: silentObserver });
  });
  afterAll(() => bus?.close());

  /** Everybody who is bound to our charity, with all the rights there are in it. */
  const boundToOurs = (): Caller[] => {
    const { charityId } = charities.ours;
    return [
      ...StaffRole.options.map(
        (role): Caller => ({
          kind: 'staff',
          charityId,
          memberId: fresh(),
          role,
          steppedUpUntil,
        }),
      ),
      { kind: 'curator', charityId, curatorId: fresh() },
      { kind: 'key', charityId, keyId: fresh(), scopes: [...KeyScope.options] },
    ];
  };

  it('believe no charity in a body: a signed caller of ours who names theirs is forbidden everything', async () => {
    const { callerKeys } = localSecrets(charities.system.dataFolder);
    const requests = new Requests(bus, privateKeyOf(callerKeys), silentObserver);
    const closed = allOperations.filter(({ access }) => access.every(({ to }) => to !== 'anyone'));
    const allowed: string[] = [];
    for (const operation of closed) {
      for (const caller of boundToOurs()) {
        const answer = await requests.call(operation, charities.theirInput(operation), { caller });
        const isForbidden = isRefusal(answer) && answer.refusal.code === 'forbidden';
        if (!isForbidden) allowed.push(`${operation.name}: ${JSON.stringify(answer).slice(0, 200)}`);
      }
    }
    expect(allowed).toEqual([]);
    expect(closed.length).toBeGreaterThan(60);
  }, 60_000);

  it('believe nobody who cannot sign: with a key of one’s own, everything is forbidden, even what all may do', async () => {
    const forging = new Requests(bus, privateKeyOf(makeCallerKeys()), silentObserver);
    const { charityId } = charities.theirs;
    const caller: Caller = { kind: 'staff', charityId, memberId: fresh(), role: 'owner', steppedUpUntil };
    for (const operation of allOperations) {
      const answer = await forging.call(operation, charities.theirInput(operation), { caller });
      expect({ [operation.name]: answer }).toMatchObject({
        [operation.name]: { refusal: { code: 'forbidden' } },
      });
    }
  }, 60_000);
});

describe('T1: after all of that', () => {
  it('not one row of the other charity has changed', async () => {
    const after = await charities.theirRows();
    expect(after).toEqual(before);
    expect(Object.values(after).filter((digest) => !digest.startsWith('0 ')).length).toBeGreaterThan(25);
  });

  it('it is clear that a leak would be noticed: those who belong there do come across the word', async () => {
    const { team, curator } = charities.theirs;
    const seen = new Set<string>();
    for (const operation of routed.filter(
      ({ method, path }) => method === 'GET' && path.includes('{charityId}'),
    )) {
      for (const { token } of [team.owner, curator]) {
        const { text } = await charities.ask(operation, charities.theirInput(operation), token);
        if (isTold(text)) seen.add(operation.name);
      }
    }
    const mustBeSeen = [
      'list-applications',
      'view-advice-draft',
      'view-advice-picture',
      'view-buddies',
      'list-keys',
      'list-posts',
      'list-charity-posts',
      'list-inbox',
      'list-takeovers',
    ];
    expect([...seen]).toEqual(expect.arrayContaining(mustBeSeen));
  });
});
