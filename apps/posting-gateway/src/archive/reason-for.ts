import type { TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { openArchiveReason } from '../posts/post-text.js';

/** Why the team keeps a takeover out; null where it does not, or where the words do not open any more. */
export async function reasonFor(tx: Tx, vault: Vault, takeoverId: TakeoverId): Promise<string | null> {
  const [row] = await tx.query<{ sealed: Buffer | null }>(
    `SELECT sealed_reason AS sealed FROM archive_out
      WHERE charity_id = $1 AND takeover_id = $2 AND what = $2 AND kept_out_by = 'team'`,
    [tx.charityId, takeoverId],
  );
  return row?.sealed
    ? openArchiveReason(vault, tx, { takeoverId, what: takeoverId, sealed: row.sealed })
    : null;
}
