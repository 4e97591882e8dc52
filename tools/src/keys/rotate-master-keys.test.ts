import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformId, type ServiceName, serviceNames } from '@baton/contracts';
import { type StartedPostgres, startPostgres } from '@baton/local-parts';
import { Database, LocalKeyWrapper, Vault } from '@baton/persistence';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Migrated, migrateAll } from '../migrate/migrate-all.js';
import { rotateMasterKeys } from './rotate-master-keys.js';

let folder: string;
let postgres: StartedPostgres;
let migrated: Migrated;
const masterKeyFileOf = (service: ServiceName) => join(folder, `${service}.key`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-keys-'));
  await chmod(folder, 0o755);
  postgres = await startPostgres({ dataDir: join(folder, 'postgres'), throwaway: true });
  migrated = await migrateAll(postgres.adminUrl, 'a secret of this test');
  for (const service of serviceNames)
    await writeFile(masterKeyFileOf(service), Buffer.alloc(32, service), { mode: 0o600 });
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

it('C2: a new master key for every service opens what was sealed before, and the old key alone opens nothing', async () => {
  const database = await Database.open({ url: migrated.urls.recruitment, applicationName: 'test' });
  const vaultOf = (keys: Buffer) => new Vault(new LocalKeyWrapper(keys));
  const before = await readFile(masterKeyFileOf('recruitment'));
  const sealed = await database.inCharity(platformId, (tx) =>
    vaultOf(before).seal(tx, 'person:1', 'name', 'Adelheid'),
  );

  const rotations = await rotateMasterKeys({ urls: migrated.urls, masterKeyFileOf });
  expect(rotations.map(({ service, keyNumber }) => [service, keyNumber])).toEqual(
    serviceNames.map((service) => [service, 2]),
  );
  expect(rotations.find(({ service }) => service === 'recruitment')?.rewrapped).toBe(1);

  const open = (keys: Buffer) =>
    database.inCharity(platformId, (tx) => vaultOf(keys).open(tx, 'person:1', 'name', sealed));
  expect(await open(await readFile(masterKeyFileOf('recruitment')))).toBe('Adelheid');
  await expect(open(before)).rejects.toThrow('known key');
  await database.close();
});
