import { verifyChain, verifyCharity } from '@baton/api-gateway';
import {
  beginExport,
  beginLeaving,
  type CharityId,
  downloadExport,
  ExportId,
  eraseCharityNow,
  viewCharity,
  viewExport,
} from '@baton/contracts';
import { keptTables } from '@baton/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { rowsOfCharity } from '../access/rows-of-charity.js';
import { TwoCharities } from '../access/two-charities.js';
import { withAuditDatabase } from '../audit/open-database.js';
import { readExport } from '../audit/read-export.js';
import { searchForIdentity } from '../story/identity-search.js';
import { Person } from '../story/people.js';
import { fresh } from '../story/story-world.js';
import { waitFor } from '../story/wait-for.js';

const patienceMs = 60_000;
/** In every text of the charity that leaves, and in none of the one that stays. */
const word = 'chamoisette';

let world: TwoCharities;
let archive: Record<string, string>;
let staying: Map<string, number>;

const countsOf = async (charityId: CharityId): Promise<Map<string, number>> => {
  const rows = await rowsOfCharity(world.system.adminDatabaseUrl, charityId);
  return new Map(Object.entries(rows).map(([table, digest]) => [table, Number.parseInt(digest, 10)]));
};

async function takeEverythingAlong(): Promise<Record<string, string>> {
  const { charityId, team } = world.theirs;
  const which = { charityId, exportId: fresh<ExportId>() };
  await team.owner.does(beginExport, which);
  const parts = await waitFor('the archive', patienceMs, async () => {
    const { state, parts } = await team.owner.does(viewExport, which);
    if (state === 'failed') throw new Error('the archive was not made');
    return parts ?? undefined;
  });
  const bytes: Buffer[] = [];
  for (let number = 1; number <= parts; number += 1) {
    const { part } = await team.owner.does(downloadExport, { ...which, number });
    bytes.push(Buffer.from(part, 'base64'));
  }
  const files = Object.entries(unzipSync(Buffer.concat(bytes)));
  return Object.fromEntries(files.map(([path, content]) => [path, Buffer.from(content).toString('latin1')]));
}

/** What is left of the charity that leaves, besides what is kept on purpose. */
async function left(): Promise<string[]> {
  const counts = await countsOf(world.theirs.charityId);
  const isKept = (table: string) => table in keptTables || table.replace(/^\w+/, '*') in keptTables;
  return [...counts].filter(([table, count]) => count > 0 && !isKept(table)).map(([table]) => table);
}

beforeAll(async () => {
  world = await TwoCharities.open(word);
  archive = await takeEverythingAlong();
  staying = await countsOf(world.ours.charityId);
  const { charityId, team } = world.theirs;
  await team.owner.does(beginLeaving, { charityId });
  const operator = new Person(world.system.gatewayOrigin, world.system.operatorToken);
  await operator.does(eraseCharityNow, { charityId });
  await waitFor('every service to have erased it', patienceMs, async () => {
    const tables = await left();
    // Facts that had still to go out, and who has heard the audit’s last lines: taken away at the next start.
    return tables.every((table) => /outbox|aggregate_seen/.test(table)) || undefined;
  });
}, 240_000);
afterAll(() => world.close());

describe('the archive that a charity takes along', () => {
  it('holds its words and pictures, and explains itself', () => {
    expect(archive['posting-gateway/posts.jsonl']).toContain(`${word} says`);
    expect(archive['posting-gateway/mentions.jsonl']).toContain(`what does ${word} say?`);
    expect(archive['recruitment/call-versions.jsonl']).toContain(`${word} invites you`);
    expect(Object.keys(archive).filter((path) => path.startsWith('pictures/'))).toHaveLength(1);
    const files = Object.keys(archive).filter((path) => path.endsWith('.jsonl'));
    expect(files.filter((path) => !archive['README.md']?.includes(`### ${path}`))).toEqual([]);
  });

  it('P3 says of nobody who they are', () => {
    const told = Object.entries(archive).flatMap(([path, text]) =>
      ['Whitcombe', '900473', `sam@${word}`, `owner@${word}`, 'about me']
        .filter((identity) => text.includes(identity))
        .map((identity) => `${path}: ${identity}`),
    );
    expect(told).toEqual([]);
  });

  it('has an audit that proves itself', async () => {
    const found = readExport(archive['api-gateway/audit.jsonl'] ?? '');
    if (!found) throw new Error('the archive holds no audit');
    const { charityId, lines, digests } = found;
    expect(charityId).toBe(world.theirs.charityId);
    expect(await verifyChain({ charityId, pages: [lines], anchors: digests })).toMatchObject({ holds: true });
  });
});

describe('a charity that has left', () => {
  it('is in no table of any service, but for what is kept on purpose', async () => {
    for (const service of [
      'recruitment',
      'scheduling',
      'posting-gateway',
      'feedback',
      'api-gateway',
    ] as const)
      await world.system.killService(service);
    await waitFor('what came afterwards to be taken away', patienceMs, async () => {
      const tables = await left();
      return tables.length === 0 || undefined;
    });
  }, 120_000);

  it('C3 has left no word of it in a table, and nobody’s identity on the bus or in a log', async () => {
    const search = (secret: string) => searchForIdentity(world.system, { secrets: [secret], known: 'heron' });
    const words = await search(word);
    expect(words.foundIn.filter((place) => place.startsWith('table'))).toEqual([]);
    expect((await search(`${word} Whitcombe`)).foundIn).toEqual([]);
    expect((await search(`robin@${word}.example`)).foundIn).toEqual([]);
  });

  it('is gone for everybody who was there', async () => {
    const { charityId, team, curator } = world.theirs;
    for (const person of [team.owner, curator])
      expect((await world.ask(viewExport, { charityId, exportId: charityId }, person.token)).status).toBe(
        401,
      );
    expect((await world.ask(viewCharity, { charityId })).status).toBe(404);
  });

  it('has taken nothing of the other charity', async () => {
    const now = await countsOf(world.ours.charityId);
    const fewer = [...staying].filter(([table, count]) => (now.get(table) ?? 0) < count);
    expect(fewer.map(([table]) => table).filter((table) => !/queue|search|code|request/.test(table))).toEqual(
      [],
    );
  });

  it('leaves both audits whole: its own, and the other’s', async () => {
    await withAuditDatabase(world.system.adminDatabaseUrl, '', async (database) => {
      for (const { charityId } of [world.ours, world.theirs])
        expect(await verifyCharity(database, charityId, [])).toMatchObject({ holds: true });
    });
  });
});
