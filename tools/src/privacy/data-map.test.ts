import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type StartedPostgres, startPostgres } from '@baton/local-parts';
import { keptTables } from '@baton/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateAll } from '../migrate/migrate-all.js';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));

let folder: string;
let postgres: StartedPostgres;
let tables: string[];
let rows: Map<string, string>;

/** The row of a table: its own, or the one for every service. */
const rowOf = (table: string) => rows.get(table) ?? rows.get(table.replace(/^\w+/, '*'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-data-map-'));
  await chmod(folder, 0o755);
  postgres = await startPostgres({ dataDir: folder });
  await migrateAll(postgres.adminUrl, 'a secret of this test');
  const client = new pg.Client({ connectionString: postgres.adminUrl });
  await client.connect();
  const found = await client.query<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  await client.end();
  tables = found.rows.map(({ name }) => name);
  const map = await readFile(join(checkout, 'docs/privacy/data-map.md'), 'utf8');
  rows = new Map(
    [...map.matchAll(/^\| `([\w*]+\.\w+)` \|(.*)$/gm)].map(([, name = '', row = '']) => [name, row]),
  );
});

afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the data map', () => {
  it('tells of every table there is', () => {
    expect(tables.filter((table) => rowOf(table) === undefined)).toEqual([]);
  });

  it('tells of no table that there is not', () => {
    const known = new Set(tables.flatMap((table) => [table, table.replace(/^\w+/, '*')]));
    expect([...rows.keys()].filter((table) => !known.has(table))).toEqual([]);
  });

  it('marks what stays of a charity that has left, and nothing else', () => {
    // One row tells of every service's inbox, of which the gateway's alone is kept.
    const others = tables.filter((table) => !table.endsWith('.inbox'));
    const marked = others.filter((table) => rowOf(table)?.includes('◆'));
    const kept = others.filter((table) => table in keptTables || table.replace(/^\w+/, '*') in keptTables);
    expect(marked).toEqual(kept);
  });
});
