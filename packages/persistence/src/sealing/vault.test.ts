import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { green, red } from '../rehearsal/lamp-shop.js';
import { type RehearsalDatabase, rehearsalDatabase } from '../rehearsal/rehearsal-database.js';
import { dataKeyMigration } from './data-key-migration.js';
import { LocalKeyWrapper } from './local-key-wrapper.js';
import { Vault } from './vault.js';

const oldMaster = randomBytes(32);
const vault = new Vault(new LocalKeyWrapper(oldMaster));
const secret = 'Ada Lovelace, ada@example.org 🧑‍🦽';
let parts: RehearsalDatabase;
let database: Database;

beforeAll(async () => {
  parts = await rehearsalDatabase('sealed-lamps', [dataKeyMigration]);
  database = await Database.open({ url: parts.url, applicationName: 'test' });
});
afterAll(async () => {
  await database.close();
  await parts.drop();
});
const inRed = <T>(work: (tx: Tx) => Promise<T>) => database.inCharity(red, work);
const inGreen = <T>(work: (tx: Tx) => Promise<T>) => database.inCharity(green, work);
const seal = (owner = 'person:1', field = 'name') => inRed((tx) => vault.seal(tx, owner, field, secret));

describe('a sealed value', () => {
  it('opens for its charity, owner and field, and shows nothing of itself', async () => {
    const sealed = await seal();
    expect(sealed.includes('Ada')).toBe(false);
    expect(await inRed((tx) => vault.open(tx, 'person:1', 'name', sealed))).toBe(secret);
  });

  it('opens with those of many owners, in the order that was asked, each under its own key alone', async () => {
    const owners = ['person:a', 'person:b', 'person:c'];
    const sealAs = (owner: string) => inRed((tx) => vault.seal(tx, owner, 'name', `I am ${owner}`));
    const many = await Promise.all(owners.map(async (owner) => ({ owner, sealed: await sealAs(owner) })));
    const open = (all: typeof many) => inRed((tx) => vault.openAll(tx, 'name', all));
    expect(await open(many.toReversed())).toEqual(owners.toReversed().map((owner) => `I am ${owner}`));
    expect(await open([])).toEqual([]);
    const [a, b, c] = many;
    if (!a || !b || !c) throw new Error('nothing was sealed');
    await expect(open([a, { ...b, owner: 'person:c' }, c])).rejects.toThrow();
    await inRed((tx) => vault.shred(tx, 'person:b'));
    await expect(open(many)).rejects.toThrow('shredded');
  });

  it('is another value each time, so that equal secrets do not look equal', async () => {
    expect((await seal()).equals(await seal())).toBe(false);
  });

  it('C1: does not open in another row: other owner, field or charity', async () => {
    const sealed = await seal();
    await seal('person:2');
    await inGreen((tx) => vault.seal(tx, 'person:1', 'name', 'somebody else'));
    await expect(inRed((tx) => vault.open(tx, 'person:2', 'name', sealed))).rejects.toThrow();
    await expect(inRed((tx) => vault.open(tx, 'person:1', 'email', sealed))).rejects.toThrow();
    await expect(inGreen((tx) => vault.open(tx, 'person:1', 'name', sealed))).rejects.toThrow();
  });

  it('C1: does not open where names are chosen so that they run into each other', async () => {
    const sealed = await seal('person:1|a', 'name');
    await expect(inRed((tx) => vault.open(tx, 'person:1', 'a|name', sealed))).rejects.toThrow();
  });

  it('C1: does not open under a data key that was put in place of its own', async () => {
    const sealed = await seal('person:3');
    await seal('person:4');
    await parts.asAdmin(`
      UPDATE sealed_lamps.data_key SET wrapped = (SELECT wrapped FROM sealed_lamps.data_key WHERE owner = 'person:4')
       WHERE owner = 'person:3'`);
    await expect(inRed((tx) => vault.open(tx, 'person:3', 'name', sealed))).rejects.toThrow();
  });

  it('C1: does not open once any one byte is another', async () => {
    const sealed = await seal();
    await inRed(async (tx) => {
      for (const at of sealed.keys()) {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        await expect(vault.open(tx, 'person:1', 'name', changed)).rejects.toThrow();
      }
    });
  });

  it('C1: does not open with a tag cut to four bytes, which node’s own cipher would accept', async () => {
    const sealed = await seal();
    const shortTag = Buffer.concat([sealed.subarray(0, 13 + 4), sealed.subarray(13 + 16)]);
    await expect(inRed((tx) => vault.open(tx, 'person:1', 'name', shortTag))).rejects.toThrow();
    for (const length of [0, 1, 13, 17, 28, sealed.length - 1]) {
      const cut = sealed.subarray(0, length);
      await expect(inRed((tx) => vault.open(tx, 'person:1', 'name', cut))).rejects.toThrow();
    }
  });

  it('may be empty', async () => {
    const sealed = await inRed((tx) => vault.seal(tx, 'person:1', 'note', ''));
    expect(await inRed((tx) => vault.open(tx, 'person:1', 'note', sealed))).toBe('');
  });

  it('is sealed with one data key, also when two are first at once', async () => {
    const sealed = await Promise.all(Array.from({ length: 8 }, () => seal('person:first')));
    const opened = sealed.map((value) => inRed((tx) => vault.open(tx, 'person:first', 'name', value)));
    expect(await Promise.all(opened)).toEqual(Array(8).fill(secret));
  });
});

describe('shredding', () => {
  it('C3: makes everything of one owner unreadable, and nothing of another', async () => {
    const [gone, kept] = [await seal('person:5'), await seal('person:6')];
    await inRed((tx) => vault.shred(tx, 'person:5'));
    await expect(inRed((tx) => vault.open(tx, 'person:5', 'name', gone))).rejects.toThrow('shredded');
    expect(await inRed((tx) => vault.open(tx, 'person:6', 'name', kept))).toBe(secret);
  });

  it('C3: is for ever: what is sealed anew has a new key, the old stays closed', async () => {
    const before = await seal('person:7');
    await inRed((tx) => vault.shred(tx, 'person:7'));
    await seal('person:7');
    await expect(inRed((tx) => vault.open(tx, 'person:7', 'name', before))).rejects.toThrow();
  });

  it('C3: reaches no other charity’s owner of the same name', async () => {
    const sealed = await seal('person:8');
    await inGreen((tx) => vault.shred(tx, 'person:8'));
    expect(await inRed((tx) => vault.open(tx, 'person:8', 'name', sealed))).toBe(secret);
  });
});

describe('a new master key', () => {
  const rotated = new Vault(new LocalKeyWrapper(Buffer.concat([oldMaster, randomBytes(32)])));

  it('C2: opens what the old one wrapped, and what it wraps the old one alone does not open', async () => {
    const before = await seal('person:9');
    expect(await inRed((tx) => rotated.open(tx, 'person:9', 'name', before))).toBe(secret);
    const after = await inRed((tx) => rotated.seal(tx, 'person:10', 'name', secret));
    await expect(inRed((tx) => vault.open(tx, 'person:10', 'name', after))).rejects.toThrow('known key');
  });

  it('C2: wraps what there is anew, after which values still open and the old wrapping is gone', async () => {
    const sealed = await seal('person:11');
    const renewed = await inRed((tx) => rotated.renewWrapping(tx));
    const wrappedBy = await parts.asAdmin<{ number: number; n: number }>(
      `SELECT get_byte(wrapped, 0) AS number, count(*)::int AS n FROM sealed_lamps.data_key
        WHERE charity_id = '${red}' GROUP BY 1`,
    );
    expect(wrappedBy).toEqual([{ number: 2, n: renewed }]);
    expect(await inRed((tx) => rotated.open(tx, 'person:11', 'name', sealed))).toBe(secret);
  });

  it('leaves fingerprints as they are', async () => {
    const before = await vault.fingerprint(red, 'email', 'ada@example.org');
    expect(await rotated.fingerprint(red, 'email', 'ada@example.org')).toEqual(before);
  });
});

describe('a fingerprint', () => {
  it('is equal for equal values of one charity and purpose only', async () => {
    const print = (...[charity, purpose, value]: Parameters<Vault['fingerprint']>) =>
      vault.fingerprint(charity, purpose, value).then((digest) => digest.toString('hex'));
    const first = await print(red, 'email', 'ada@example.org');
    const others = [
      await print(red, 'email', 'ada@example.com'),
      await print(red, 'token', 'ada@example.org'),
      await print(green, 'email', 'ada@example.org'),
      await new Vault(new LocalKeyWrapper(randomBytes(32)))
        .fingerprint(red, 'email', 'ada@example.org')
        .then((digest) => digest.toString('hex')),
    ];
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await print(red, 'email', 'ada@example.org')).toBe(first);
    expect(others).not.toContain(first);
  });
});

describe('the master key file', () => {
  const written = async (bytes: Buffer, mode: number) => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-keys-'));
    const path = join(folder, 'master');
    await writeFile(path, bytes);
    await chmod(path, mode);
    return { path, forget: () => rm(folder, { recursive: true }) };
  };

  it('is refused where others on the machine can open it, with what to type', async () => {
    const { path, forget } = await written(randomBytes(32), 0o640);
    expect(() => LocalKeyWrapper.fromFile(path)).toThrow(`chmod 600 ${path}`);
    await chmod(path, 0o600);
    expect(LocalKeyWrapper.fromFile(path)).toBeInstanceOf(LocalKeyWrapper);
    await forget();
  });

  it.each([0, 31, 33, 32 * 256])('is refused with %i bytes', (bytes) => {
    expect(() => new LocalKeyWrapper(Buffer.alloc(bytes))).toThrow('32 bytes each');
  });
});
