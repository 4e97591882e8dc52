import type { Tx } from '@baton/persistence';

/** The one clock of all replicas. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
  if (!clock) throw new Error('the database does not tell the time');
  return clock.now;
}
