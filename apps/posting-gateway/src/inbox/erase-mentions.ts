import type { TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { shredInbox } from './sealed-mention.js';

/** Erases what followers wrote longer ago than this, but what was reported and nobody has seen to, and an inbox’s key with its last message. Answers how many. */
export async function eraseMentionsOlderThan(tx: Tx, vault: Vault, days: number): Promise<number> {
  const erased = await tx.query<{ takeoverId: TakeoverId }>(
    `DELETE FROM mention WHERE charity_id = $1 AND at < baton.now() - $2 * interval '1 day'
        AND (reported_at IS NULL OR report_closed_at IS NOT NULL)
     RETURNING takeover_id AS "takeoverId"`,
    [tx.charityId, days],
  );
  const emptied = await tx.query<{ takeoverId: TakeoverId }>(
    `SELECT takeover_id AS "takeoverId" FROM inbox_watch AS watch
      WHERE charity_id = $1 AND takeover_id = ANY ($2) AND next_poll_at IS NULL
        AND NOT EXISTS (SELECT FROM mention WHERE mention.takeover_id = watch.takeover_id)`,
    [tx.charityId, erased.map(({ takeoverId }) => takeoverId)],
  );
  for (const { takeoverId } of emptied) await shredInbox(vault, tx, takeoverId);
  return erased.length;
}
