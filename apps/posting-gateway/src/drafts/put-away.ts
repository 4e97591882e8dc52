import type { CuratorId, DraftId, DraftState } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** Ends open drafts of a curator. Their words stay as long as they can be restored. */
export async function putAway(
  tx: Tx,
  curatorId: CuratorId,
  draftIds: readonly DraftId[],
  as: Exclude<DraftState, 'open'>,
): Promise<void> {
  await tx.query(
    `UPDATE draft SET state = $4, revision = revision + 1, changed_at = baton.now()
      WHERE charity_id = $1 AND curator_id = $2 AND draft_id = ANY ($3::uuid[]) AND state = 'open'`,
    [tx.charityId, curatorId, draftIds, as],
  );
}
