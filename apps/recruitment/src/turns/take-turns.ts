import type { Tx } from '@baton/persistence';

/** Waits until no other transaction of this charity is at the same thing; the turn ends with the transaction. */
export async function takeTurns(tx: Tx, thing: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.charityId} ${thing}`]);
}
