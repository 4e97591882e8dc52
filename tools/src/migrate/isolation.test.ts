import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceName, serviceNames } from '@baton/contracts';
import { type StartedPostgres, startPostgres } from '@baton/local-parts';
import { isolationGaps } from '@baton/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Migrated, migrateAll } from './migrate-all.js';

const schemaOf = (service: ServiceName): string => service.replaceAll('-', '_');

describe('the schemas of all services on one database', () => {
  let folder: string;
  let postgres: StartedPostgres;
  let migrated: Migrated;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-schemas-'));
    await chmod(folder, 0o755);
    postgres = await startPostgres({ dataDir: folder });
    migrated = await migrateAll(postgres.adminUrl, 'a secret of this test');
  });

  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const asRole = async <T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return use(client).finally(() => client.end());
  };

  it('T3: are closed to other charities by themselves, every table of them', async () => {
    expect(await isolationGaps(postgres.adminUrl, serviceNames.map(schemaOf))).toEqual([]);
  });

  it('let no service see, nor name a table of, another', async () => {
    for (const service of serviceNames) {
      for (const other of serviceNames.filter((name) => name !== service)) {
        const prying = asRole(migrated.urls[service], (client) =>
          client.query(`SELECT * FROM ${schemaOf(other)}.outbox`),
        );
        await expect(prying).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it('let no service sign in as another with the password it knows', async () => {
    const stolen = new URL(migrated.urls.feedback);
    stolen.username = 'baton_recruitment';
    await expect(asRole(stolen.toString(), (client) => client.query('SELECT 1'))).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('are migrated once: again changes nothing', async () => {
    const again = await migrateAll(postgres.adminUrl, 'a secret of this test');
    expect(again).toEqual({ urls: migrated.urls, applied: 0 });
  });
});
