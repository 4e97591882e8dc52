import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { prepareErasing } from '../erasing/prepare-erasing.js';
import { clockSql, platformSql } from './platform.js';

export type Migration = new () => MigrationInterface;

export interface MigrateOptions {
  /** A role that may create schemas and roles. It owns the tables; row-level security binds it too. */
  readonly adminUrl: string;
  /** `posting-gateway` gets the schema `posting_gateway` and the role `baton_posting_gateway`. */
  readonly service: string;
  readonly migrations: readonly Migration[];
  /** The role's password, set anew each time. */
  readonly password: string;
}

const schemaOf = (service: string): string => service.replaceAll('-', '_');

/** Extensions live in the platform's schema. */
const searchPathOf = (schema: string): string => `${schema}, baton`;

/** Any number; the same for everybody who migrates this database. */
const lockKey = 5_423_001;

/**
 * Brings a service's schema up to date and returns its role's address. Safe to run at once from several processes
 * (an advisory lock makes them take turns) and again (what is applied is applied).
 */
export async function migrate(options: MigrateOptions): Promise<{ url: string; applied: string[] }> {
  const schema = schemaOf(options.service);
  const role = `baton_${schema}`;
  const admin = new pg.Client({ connectionString: options.adminUrl });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await preparePlatform(admin);
    await prepareRole(admin, schema, role, options.password);
    const applied = await applyMigrations(options, schema);
    await prepareErasing(admin, schema, role);
    await admin.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`);
    return { url: urlFor(options.adminUrl, role, options.password), applied };
  } finally {
    await admin.end();
  }
}

async function preparePlatform(admin: pg.Client): Promise<void> {
  await admin.query(platformSql);
  const { rows } = await admin.query(
    `SELECT 1 FROM pg_proc WHERE proname = 'now' AND pronamespace = 'baton'::regnamespace`,
  );
  if (rows.length === 0) await admin.query(clockSql);
}

async function prepareRole(admin: pg.Client, schema: string, role: string, password: string): Promise<void> {
  const { rows } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rows.length === 0 ? 'CREATE' : 'ALTER';
  await admin.query(
    `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${admin.escapeLiteral(password)}`,
  );
  await admin.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await admin.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
  // Not in this database only: the role's name says its schema, and a copy of the database must work as well.
  await admin.query(`ALTER ROLE ${role} SET search_path = ${searchPathOf(schema)}`);
}

async function applyMigrations(
  { adminUrl, migrations, service }: MigrateOptions,
  schema: string,
): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: adminUrl,
    schema,
    applicationName: `${service} migrations`,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
    extra: { options: `-c search_path=${searchPathOf(schema).replace(' ', '')}` },
  });
  await source.initialize();
  try {
    const applied = await source.runMigrations({ transaction: 'each' });
    return applied.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}

function urlFor(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}
