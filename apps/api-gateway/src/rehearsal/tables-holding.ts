import pg from 'pg';

/** As whoever restores a backup, whom nothing binds. */
export async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Every table of the services’ schemas that has a row of the charity, as `schema.table`: asked of the catalogue. */
export async function tablesHolding(adminUrl: string, charityId: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(`
      SELECT table_schema || '.' || table_name AS name FROM information_schema.columns
       WHERE column_name = 'charity_id' AND table_schema NOT IN ('baton', 'pg_catalog', 'information_schema')
       ORDER BY 1`);
    const holding: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await client.query(`SELECT FROM ${name} WHERE charity_id = $1 LIMIT 1`, [
        charityId,
      ]);
      if (rowCount) holding.push(name);
    }
    return holding;
  } finally {
    await client.end();
  }
}
