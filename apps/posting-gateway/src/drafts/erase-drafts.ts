import type { CuratorId, DraftId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { restorableDays } from './draft-row.js';
import { shredContent } from './sealed-draft.js';

/** Erases everything a curator was preparing. Answers how many drafts that were. */
export const eraseDraftsOf = (tx: Tx, vault: Vault, curatorId: CuratorId): Promise<number> =>
  erase(tx, vault, 'curator_id = $2', curatorId);

/** The same for drafts nobody has touched for so long, and for those put away that cannot be restored any more. */
export const eraseDraftsOlderThan = (tx: Tx, vault: Vault, days: number): Promise<number> =>
  erase(
    tx,
    vault,
    `(changed_at < baton.now() - $2 * interval '1 day'
      OR state <> 'open' AND changed_at < baton.now() - interval '${restorableDays} days')`,
    days,
  );

async function erase(tx: Tx, vault: Vault, which: string, value: unknown): Promise<number> {
  const erased = await tx.query<{ curatorId: CuratorId; draftId: DraftId }>(
    `DELETE FROM draft WHERE charity_id = $1 AND ${which}
     RETURNING curator_id AS "curatorId", draft_id AS "draftId"`,
    [tx.charityId, value],
  );
  for (const draft of erased) await shredContent(vault, tx, draft);
  return erased.length;
}
