import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

const lock = `
  SELECT FROM curator WHERE charity_id = $1 AND curator_id = $2 AND withdrawn_at IS NULL FOR NO KEY UPDATE`;

/**
 * Whether somebody may book. What they have booked stays what it is until the transaction ends: two bookings at once take turns, and
 * whoever takes back their consent meanwhile waits, and frees it.
 */
export async function lockReadyCurator(tx: Tx, curatorId: CuratorId): Promise<boolean> {
  return (await tx.query(lock, [tx.charityId, curatorId])).length === 1;
}
