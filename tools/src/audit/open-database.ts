import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findRunningPostgres, startPostgres } from '@baton/local-parts';
import { Database } from '@baton/persistence';

/**
 * Work on the gateway's tables: in the database an address leads to, or else in this checkout's own, which is started for
 * as long where it does not run. Nothing where the checkout has none yet.
 */
export async function withAuditDatabase<T>(
  given: string | undefined,
  dataFolder: string,
  work: (database: Database) => Promise<T>,
): Promise<T | undefined> {
  const postgresFolder = join(dataFolder, 'postgres');
  const running = given ?? findRunningPostgres(postgresFolder);
  if (running) return withDatabase(running, work);
  if (!existsSync(join(postgresFolder, 'data'))) return undefined;
  const postgres = await startPostgres({ dataDir: postgresFolder });
  try {
    return await withDatabase(postgres.adminUrl, work);
  } finally {
    await postgres.stop();
  }
}

async function withDatabase<T>(address: string, work: (database: Database) => Promise<T>): Promise<T> {
  const url = new URL(address);
  // The gateway's own role looks there by itself; an owner does not.
  url.searchParams.set('options', '-c search_path=api_gateway,baton -c default_transaction_read_only=on');
  const database = await Database.open({ url: url.toString(), poolSize: 1, applicationName: 'audit:verify' });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
