import type { AccountId, MediaId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import type { Lanes } from '../publishing/lanes.js';

/** The lanes of all posts with this picture, awake: before the picture and the posts are locked. */
export async function lockLanesOf(tx: Tx, lanes: Lanes, mediaId: MediaId): Promise<void> {
  const accounts = await tx.query<{ accountId: AccountId }>(
    `SELECT DISTINCT account_id AS "accountId" FROM post
      WHERE charity_id = $1 AND $2 = ANY (media_ids) AND state IN ('held', 'queued', 'attempting') ORDER BY account_id`,
    [tx.charityId, mediaId],
  );
  for (const { accountId } of accounts) await lanes.wakeNow(tx, accountId);
}

/** All posts with this picture, in whatever state; nobody else changes them until this transaction ends. */
export const lockPostsWith = (tx: Tx, mediaId: MediaId): Promise<PostRow[]> =>
  tx.query('SELECT * FROM post WHERE charity_id = $1 AND $2 = ANY (media_ids) ORDER BY sequence FOR UPDATE', [
    tx.charityId,
    mediaId,
  ]);
