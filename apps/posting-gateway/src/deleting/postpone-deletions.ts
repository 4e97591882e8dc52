import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** What is no more urgent than this waits too: X was not asked, so none of it has been tried. */
export const postponeDeletions = (
  tx: Tx,
  accountId: AccountId,
  { priority, until }: { readonly priority: number; readonly until: Date },
): Promise<unknown> =>
  tx.query(
    `UPDATE deletion SET next_try_at = $4, tries = greatest(tries - 1, 0)
      WHERE charity_id = $1 AND account_id = $2 AND priority <= $3 AND next_try_at < $4 AND refused_since IS NULL`,
    [tx.charityId, accountId, priority, until],
  );
