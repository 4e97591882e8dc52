import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Migration, migrate } from '../migrations/migrate.js';

export interface RehearsalDatabase {
  readonly adminUrl: string;
  readonly url: string;
  asAdmin<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
  drop(): Promise<void>;
}

/**
 * A database for this package's own tests, on the test run's Postgres. (`@baton/testing` has more, but stands on this
 * package.) Roles are shared by the whole server: give each test file service names of its own.
 */
export async function rehearsalDatabase(
  service: string,
  migrations: readonly Migration[],
): Promise<RehearsalDatabase> {
  const run: { adminUrl: string } = JSON.parse(process.env['BATON_TEST_RUN'] ?? '{}');
  const name = `rehearsal_${randomBytes(6).toString('hex')}`;
  await ask(run.adminUrl, `CREATE DATABASE ${name}`);
  const adminUrl = new URL(run.adminUrl);
  adminUrl.pathname = name;
  const { url } = await migrate({ adminUrl: adminUrl.href, service, migrations, password: 'rehearsal' });
  return {
    adminUrl: adminUrl.href,
    url,
    asAdmin: (sql) => ask(adminUrl.href, sql),
    drop: async () => {
      await ask(run.adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function ask<Row extends pg.QueryResultRow>(adminUrl: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
