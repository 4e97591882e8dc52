import { createHash, randomBytes } from 'node:crypto';
import type { ServiceName } from '@baton/contracts';
import { type Migration, migrate } from '@baton/persistence';
import pg from 'pg';
import { testRun } from '../run/test-run.js';

export interface TestDatabase {
  /** The service role's address. */
  readonly url: string;
  readonly adminUrl: string;
  /** From now on `baton.now()` is so many milliseconds ahead of (or behind) the real clock, for everybody. */
  shiftClock(ms: number): Promise<void>;
  /** Ends what is still connected and drops the database. */
  drop(): Promise<void>;
}

/** Roles belong to the whole server, so the same password everywhere. */
const password = 'throwaway';
/** Held, in the server's own database, while a template is made: one at a time, each once. */
const makingTemplates = 5_423_002;

/**
 * A database of its own for a test file, migrated for one service. The first asker of a run makes a template; after that
 * a database is a copy of files. `serverUrl` is another server than the one that all tests share (`testPostgres`).
 */
export async function testDatabase(
  service: ServiceName,
  migrations: readonly Migration[],
  serverUrl = testRun().adminUrl,
): Promise<TestDatabase> {
  const schema = service.replaceAll('-', '_');
  const template = await templateOf(service, schema, migrations, serverUrl);
  const name = `${schema}_${randomBytes(6).toString('hex')}`;
  await asAdmin(serverUrl, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const adminUrl = addressOf(serverUrl, name);
  const clock = new Clock(adminUrl);
  return {
    url: addressOf(serverUrl, name, `baton_${schema}`),
    adminUrl,
    shiftClock: (ms) => clock.shift(ms),
    async drop() {
      await clock.close();
      await asAdmin(serverUrl, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** The name says what is in it, so a changed migration is another template. */
async function templateOf(
  service: ServiceName,
  schema: string,
  migrations: readonly Migration[],
  serverUrl: string,
): Promise<string> {
  const content = createHash('sha256').update(migrations.map(String).join('\n')).digest('hex').slice(0, 12);
  const template = `template_${schema}_${content}`;
  await asAdmin(serverUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [makingTemplates]);
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    // Made under another name: one that was left half made is never taken for a template.
    await admin.query(`DROP DATABASE IF EXISTS ${template}_unfinished`);
    await admin.query(`CREATE DATABASE ${template}_unfinished`);
    const adminUrl = addressOf(serverUrl, `${template}_unfinished`);
    await migrate({ adminUrl, service, migrations, password });
    await admin.query(`ALTER DATABASE ${template}_unfinished RENAME TO ${template}`);
  });
  return template;
}

/** Shifts on one connection, opened by the first shift: a test that lives a year day by day shifts hundreds of times. */
class Clock {
  private admin: pg.Client | undefined;

  constructor(private readonly adminUrl: string) {}

  async shift(ms: number): Promise<void> {
    if (!Number.isFinite(ms)) throw new Error(`a clock cannot be shifted by ${ms} ms`);
    this.admin ??= await this.connect();
    await this.admin.query(`
      CREATE OR REPLACE FUNCTION baton.now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
        AS $$ SELECT clock_timestamp() + ${ms} * interval '1 millisecond' $$`);
  }

  async close(): Promise<void> {
    await this.admin?.end();
    this.admin = undefined;
  }

  /** A server that a test stops takes the connection with it; the next shift opens another. */
  private async connect(): Promise<pg.Client> {
    const admin = await connected(this.adminUrl);
    admin.on('error', () => (this.admin = undefined));
    return admin;
  }
}

async function asAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = await connected(adminUrl);
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function connected(adminUrl: string): Promise<pg.Client> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  return admin;
}

function addressOf(serverUrl: string, database: string, role?: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: role, password });
  return url.toString();
}
