import {
  beginExport,
  type CharityId,
  downloadExport,
  ExportId,
  type MemberId,
  viewExport,
} from '@baton/contracts';
import { Log, newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { steppedUp } from '../rehearsal/team-on-stage.js';
import { Exports } from './exports.js';
import { MakeExports } from './make-exports.js';
import { type Piece, ReadEverything } from './read-everything.js';

const dayMs = 86_400_000;
let gateway: GatewayOnStage;
let charityId: CharityId;
let ownerId: MemberId;
let owner: string;
let exportId: ExportId;
let charities = 0;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  // Its own would make what these tests want to make themselves.
  await gateway.app.get(MakeExports).stop();
});
afterAll(() => gateway.close());
beforeEach(async () => {
  charities += 1;
  exportId = ExportId.parse(newId());
  ({ charityId, ownerId } = await gateway.aCharity(`exporting-${charities}`));
  owner = await steppedUp(gateway, await gateway.aSession(charityId, { memberId: ownerId }));
});
afterEach(() => gateway.database.shiftClock(0));

const begin = (token = owner, id = exportId) => gateway.call(beginExport, { charityId, exportId: id }, token);
const view = async () => (await gateway.call(viewExport, { charityId, exportId }, owner)).body;
const part = (number: number, token = owner) =>
  gateway.call(downloadExport, { charityId, exportId, number }, token);

/** Makes what waits, of these pieces. */
function make(...pieces: readonly [path: string, text: string][]): Promise<void> {
  const everything = {
    async *pieces(): AsyncGenerator<Piece> {
      for (const [path, text] of pieces) yield { path, bytes: Buffer.from(text) };
    },
  } as unknown as ReadEverything;
  return makeFrom(everything);
}

const makeFrom = (everything: ReadEverything): Promise<void> =>
  new MakeExports(gateway.app.get(Exports), everything, gateway.app.get(Log)).makeDue();

async function download(): Promise<Record<string, string>> {
  const parts: Buffer[] = [];
  for (let number = 1; number <= Number((await view())['parts']); number += 1)
    parts.push(Buffer.from(String((await part(number)).body['part']), 'base64'));
  const files = Object.entries(unzipSync(Buffer.concat(parts)));
  return Object.fromEntries(files.map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
}

/** Text that does not get smaller. */
const noise = (length: number): string =>
  Array.from({ length: Math.ceil(length / 36) }, () => newId()).join('');

describe('an archive of everything', () => {
  it('is begun by an owner who has confirmed who they are, and by nobody else', async () => {
    const manager = await steppedUp(gateway, await gateway.aMembersSession(charityId, 'manager'));
    expect((await begin(manager)).status).toBe(403);
    const notSteppedUp = await gateway.aSession(charityId, { memberId: ownerId });
    expect((await begin(notSteppedUp)).body.refusal?.code).toBe('stepUpNeeded');
    expect((await begin()).body).toMatchObject({ state: 'beingMade' });
  });

  it('is one zip file, however many parts it takes', async () => {
    const long = noise(2_000_000);
    await begin();
    await make(
      ['README.md', 'read me'],
      ['a.jsonl', 'one\n'],
      ['a.jsonl', 'two\n'],
      ['b.jsonl', long],
      ['c.jsonl', ''],
    );
    expect(Number((await view())['parts'])).toBeGreaterThan(2);
    const files = { 'README.md': 'read me', 'a.jsonl': 'one\ntwo\n', 'b.jsonl': long, 'c.jsonl': '' };
    expect(await download()).toEqual(files);
  });

  it('can be downloaded for 7 days, after a step-up, and then is gone and its key shredded', async () => {
    await begin();
    await make(['a.jsonl', 'canary']);
    const notSteppedUp = await gateway.aSession(charityId, { memberId: ownerId });
    expect((await part(1, notSteppedUp)).body.refusal?.code).toBe('stepUpNeeded');
    await gateway.database.shiftClock(7.1 * dayMs);
    owner = await steppedUp(gateway, await gateway.aSession(charityId, { memberId: ownerId }));
    expect((await part(1)).body.refusal?.code).toBe('expired');
    await make();
    const left = await gateway.inCharity(charityId, (tx) =>
      tx.query(
        `SELECT number::text FROM export_part UNION SELECT owner FROM data_key WHERE owner LIKE 'export:%'`,
      ),
    );
    expect(left).toEqual([]);
    expect(await view()).toMatchObject({ state: 'expired', expiresAt: null });
  });

  it('comes to a browser as one file, for whom the parts are, and for nobody else', async () => {
    await begin();
    await make(['a.jsonl', noise(900_000)]);
    const file = (token: string) =>
      fetch(`${gateway.origin}/c/exporting-${charities}/exports/${exportId}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    const answer = await file(owner);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Object.keys(unzipSync(bytes))).toEqual(['a.jsonl']);
    expect((await file(await gateway.aSession(charityId, { memberId: ownerId }))).status).toBe(403);
    expect((await file(await gateway.aMembersSession(charityId, 'manager'))).status).toBe(403);
  });

  it('is one at a time, and asking for the same one again changes nothing', async () => {
    await begin();
    expect((await begin()).body).toMatchObject({ exportId, state: 'beingMade' });
    expect((await begin(owner, ExportId.parse(newId()))).body.refusal?.code).toBe('oneAtATime');
  });

  it('is not called ready when a service did not answer: it waits, and is tried again', async () => {
    await begin();
    await makeFrom(gateway.app.get(ReadEverything));
    expect(await view()).toMatchObject({ state: 'beingMade' });
    expect((await part(1)).body.refusal?.code).toBe('notReady');
    await gateway.database.shiftClock(6 * 60_000);
    await make(['a.jsonl', 'now']);
    expect(await download()).toEqual({ 'a.jsonl': 'now' });
  });

  it('is nobody else’s: another charity’s owner finds nothing', async () => {
    await begin();
    const other = await gateway.aCharity(`not-exporting-${charities}`);
    const stranger = await steppedUp(
      gateway,
      await gateway.aSession(other.charityId, { memberId: other.ownerId }),
    );
    const answer = await gateway.call(viewExport, { charityId: other.charityId, exportId }, stranger);
    expect(answer.status).toBe(404);
  });
});
