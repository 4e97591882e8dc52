import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allOperations, type Operation, splitInput, viewSession } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { waitFor } from '../story/wait-for.js';
import { type CharityWithEverything, charityWithEverything } from './charity-with-everything.js';
import { type RowsOfCharity, rowsOfCharity } from './rows-of-charity.js';
import { idFieldsOf, sampleInput } from './sample-input.js';

/** Every text of the other charity holds this word; none of ours does. */
const theirWord = 'kestrel';
const setUpMs = 150_000;

const routed = allOperations.filter(({ path }) => path !== 'internal');
/** Shows every charity to everybody, by name: that is what it is for. */
const publicList = 'list-charities';
/** A person’s own things, which no charity has: their tests are the gateway’s. */
const ofNoCharity = ['charityId', 'passkeyId', 'deviceId'];

let folder: string;
let system: RunningSystem;
let ours: CharityWithEverything;
let theirs: CharityWithEverything;
let before: RowsOfCharity;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-access-'));
  await chmod(folder, 0o755);
  const env = { ...quickClocks, ANYONE_PER_MINUTE: '100000' };
  system = await startStack({ dataDir: folder, analystFeed: 'access-test', env });
  [ours, theirs] = await Promise.all([
    charityWithEverything(system, { word: 'heron', isOver: false }),
    charityWithEverything(system, { word: theirWord, isOver: true }),
  ]);
  before = await settledRows();
}, setUpMs);

afterAll(async () => {
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

/** The other charity’s rows once nothing is under way there any more. */
async function settledRows(): Promise<RowsOfCharity> {
  let last = '';
  return waitFor('the other charity to be at rest', 30_000, async () => {
    const rows = await rowsOfCharity(system.adminDatabaseUrl, theirs.charityId);
    const isSettled = JSON.stringify(rows) === last;
    last = JSON.stringify(rows);
    return isSettled ? rows : undefined;
  });
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function ask(operation: Operation, input: Record<string, unknown>, token?: string): Promise<Answer> {
  const { path, query, body } = splitInput(operation, input);
  const response = await fetch(`${system.gatewayOrigin}/api${path}?${query}`, {
    method: operation.method,
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, text: await response.text() };
}

/**
 * Every way to name what is theirs in a call to our own charity: all objects are theirs, and where there are several, each
 * of them alone among ours. Where nothing is named, once.
 */
function inputsOf(operation: Operation): Record<string, unknown>[] {
  const fields = idFieldsOf(operation).filter((field) => field !== 'charityId');
  const naming = (isTheirs: (field: string) => boolean, which = 0) =>
    sampleInput(operation, (field) => {
      if (field === 'charityId') return ours.charityId;
      const ids = (isTheirs(field) ? theirs : ours).ids[field] ?? [];
      return ids[which] ?? ids[0] ?? randomUUID();
    });
  const most = Math.max(1, ...fields.map((field) => theirs.ids[field]?.length ?? 0));
  const all = Array.from({ length: most }, (_, which) => naming(() => true, which));
  const one = fields.length > 1 ? fields.map((field) => naming((each) => each === field)) : [];
  return [...all, ...one];
}

/** Reading first, then what names an object, then what may change our own charity for whoever comes after. */
function turnOf(operation: Operation): number {
  if (operation.method === 'GET') return 0;
  return idFieldsOf(operation).some((field) => field !== 'charityId') ? 1 : 2;
}
const inOrder = routed.toSorted((a, b) => turnOf(a) - turnOf(b));

const everybody: readonly (readonly [string, () => string | undefined])[] = [
  ['nobody signed in', () => undefined],
  ['an analyst', () => ours.team.analyst.token],
  ['a trustee', () => ours.team.trustee.token],
  ['a moderator', () => ours.team.moderator.token],
  ['a curator', () => ours.curator.token],
  ['an API key with every scope', () => ours.key.token],
  ['a manager', () => ours.team.manager.token],
  ['an owner who has just confirmed that it is them', () => ours.team.owner.token],
  ['the operator', () => system.operatorToken],
];

/** What somebody was told about the other charity, and what broke, when they named its objects as their own. */
async function leaksTo(token: string | undefined, operations: readonly Operation[]): Promise<string[]> {
  const leaks: string[] = [];
  for (const operation of operations) {
    for (const input of inputsOf(operation)) {
      const { status, text } = await ask(operation, input, token);
      const isLeak = operation.name !== publicList && text.toLowerCase().includes(theirWord);
      if (isLeak) leaks.push(`${operation.name} tells of the other charity: ${status} ${text.slice(0, 300)}`);
      if (status >= 500) leaks.push(`${operation.name} breaks: ${status}`);
    }
  }
  return leaks;
}

describe('T1: two charities with everything in them, and everybody of the one asking for what the other has', () => {
  it('has an object of every kind that a contract can name', () => {
    const fields = [...new Set(routed.flatMap(idFieldsOf))].filter((field) => !ofNoCharity.includes(field));
    expect(fields.filter((field) => !theirs.ids[field]?.length)).toEqual([]);
  });

  const [gentle, harsh] = [
    inOrder.filter((each) => turnOf(each) < 2),
    inOrder.filter((each) => turnOf(each) === 2),
  ];

  it.each(everybody)(
    'tells nothing of the other to %s',
    async (_, token) => {
      expect(await leaksTo(token(), gentle)).toEqual([]);
      expect(await ask(viewSession, {}, token())).toMatchObject({ status: 200 });
    },
    60_000,
  );

  it.each(everybody)(
    'nor by what names nothing, to %s',
    async (_, token) => {
      expect(await leaksTo(token(), harsh)).toEqual([]);
    },
    60_000,
  );

  it('has changed not one row of the other', async () => {
    const after = await settledRows();
    expect(after).toEqual(before);
    expect(Object.values(after).filter((digest) => !digest.startsWith('0 ')).length).toBeGreaterThan(25);
  });

  it('would notice: those who may read the other charity do come across its word', async () => {
    const { team, curator, charityId, ids } = theirs;
    const reads = routed.filter(({ method, path }) => method === 'GET' && path.includes('{charityId}'));
    const seen = new Set<string>();
    for (const operation of reads) {
      const input = sampleInput(operation, (field) =>
        field === 'charityId' ? charityId : (ids[field]?.[0] ?? randomUUID()),
      );
      for (const { token } of [team.owner, curator]) {
        const { text } = await ask(operation, input, token);
        if (text.toLowerCase().includes(theirWord)) seen.add(operation.name);
      }
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'list-applications',
        'list-keys',
        'list-posts',
        'list-inbox',
        'list-takeovers',
      ]),
    );
  });
});
