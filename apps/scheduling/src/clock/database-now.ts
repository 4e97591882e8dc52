import type { Tx, WorkerTx } from '@baton/persistence';

/** The one clock that windows are judged by: hosts' clocks differ, the database's is the same for all. */
export async function databaseNow(tx: Tx | WorkerTx): Promise<Date> {
  const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
  if (!clock) throw new Error('the database did not tell the time');
  return clock.now;
}
