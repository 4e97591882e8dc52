import type { CharityId } from '@baton/contracts';
import type { Tx, WorkerTx } from '../database/tx.js';

/**
 * Removes the transaction's charity from the service's schema for ever: its data keys, so that no copy of what they
 * sealed opens any more, and every row but those kept on purpose (kept-tables.ts). Answers how many rows went. Erasing
 * again takes what has come since.
 */
export async function eraseCharity(tx: Tx): Promise<number> {
  const [erased] = await tx.query<{ rows: string }>('SELECT erase_charity() AS rows');
  return Number(erased?.rows ?? 0);
}

/** Those among the charities that have been erased here. */
export async function erasedAmong(
  tx: Pick<WorkerTx, 'query'>,
  charityIds: readonly CharityId[],
): Promise<Set<CharityId>> {
  const rows = await tx.query<{ charity_id: CharityId }>(
    'SELECT charity_id FROM erased_charity WHERE charity_id = ANY ($1::uuid[])',
    [[...new Set(charityIds)]],
  );
  return new Set(rows.map((row) => row.charity_id));
}
