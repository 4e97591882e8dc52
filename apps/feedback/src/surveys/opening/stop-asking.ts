import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

const forgetWhatIsDue = `
  DELETE FROM survey_due WHERE charity_id = $1 AND about_id IN (
    SELECT unnest(ARRAY[survey_id, takeover_id]) FROM survey WHERE charity_id = $1 AND curator_id = $2)`;
const forgetUnsent = 'DELETE FROM survey WHERE charity_id = $1 AND curator_id = $2 AND answered_at IS NULL';

/** What somebody has not answered is not asked any more, and what they typed of it is gone; nor are they asked once more. */
export async function stopAsking(tx: Tx, curatorId: CuratorId): Promise<void> {
  for (const statement of [forgetWhatIsDue, forgetUnsent])
    await tx.query(statement, [tx.charityId, curatorId]);
}
