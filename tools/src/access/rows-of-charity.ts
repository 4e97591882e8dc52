import type { CharityId } from '@baton/contracts';
import pg from 'pg';

/** What every table holds of a charity, as one digest a table: `scheduling.slot` → md5 of its rows. */
export type RowsOfCharity = Readonly<Record<string, string>>;

/** When a job looks again: services move it by themselves. All else changes only because somebody did something. */
const movesByItself = ['next_round_at'];

/** Reads as the owner of the database, whom row-level security does not bind. */
export async function rowsOfCharity(adminDatabaseUrl: string, charityId: CharityId): Promise<RowsOfCharity> {
  const client = new pg.Client({ connectionString: adminDatabaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `SELECT table_schema AS schema, table_name AS name FROM information_schema.columns
        JOIN information_schema.tables USING (table_schema, table_name)
        WHERE column_name = 'charity_id' AND table_type = 'BASE TABLE' ORDER BY 1, 2`,
    );
    const digests: Record<string, string> = {};
    for (const { schema, name } of tables) {
      const table = [schema, name].map(pg.escapeIdentifier).join('.');
      const { rows } = await client.query<{ digest: string }>(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(row, E'\\n' ORDER BY row), '')) AS digest
           FROM (SELECT (to_jsonb(t) - $2::text[])::text AS row FROM ${table} t WHERE charity_id = $1) rows`,
        [charityId, movesByItself],
      );
      digests[`${schema}.${name}`] = rows[0]?.digest ?? '';
    }
    return digests;
  } finally {
    await client.end();
  }
}
