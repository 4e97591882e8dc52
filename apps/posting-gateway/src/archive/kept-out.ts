import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** By whom something is kept out, as an expression for a row whose id is `id`, of a takeover whose id is `takeover`. */
export const keptOutBy = (id: string, takeover = id): string => `ARRAY(
  SELECT o.kept_out_by FROM archive_out o
   WHERE o.charity_id = $1 AND o.takeover_id = ${takeover} AND o.what = ${id} ORDER BY o.kept_out_by)`;

const isKeptOut = (id: string): string =>
  `EXISTS (SELECT FROM archive_out o WHERE o.charity_id = $1 AND o.takeover_id = $2 AND o.what = ${id})`;

/** What is shown of a takeover follows from what is kept out. */
export async function bringInLine(tx: Tx, takeoverId: TakeoverId): Promise<void> {
  const which = [tx.charityId, takeoverId];
  await tx.query(
    `UPDATE archive_entry SET is_out = ${isKeptOut('takeover_id')} WHERE charity_id = $1 AND takeover_id = $2`,
    which,
  );
  await tx.query(
    `UPDATE archive_post SET is_out = ${isKeptOut('post_id')} WHERE charity_id = $1 AND takeover_id = $2`,
    which,
  );
  await tx.query(
    `UPDATE archive_picture SET is_out = ${isKeptOut('media_id')}
      WHERE charity_id = $1 AND post_id IN (SELECT post_id FROM archive_post WHERE charity_id = $1 AND takeover_id = $2)`,
    which,
  );
}
