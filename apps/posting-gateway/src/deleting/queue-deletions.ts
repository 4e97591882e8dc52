import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';

/** X allows an account fifty deletions in a quarter of an hour; some are left for the team’s own. */
export const pace = { atOnce: 40, everyMs: 15 * 60 * 1000 };

/** X will be asked to delete these published posts, oldest first and no faster than it allows. Each is queued once. */
export async function queueDeletions(tx: Tx, rows: readonly PostRow[]): Promise<void> {
  const ids = rows.map((row) => row.post_id);
  await tx.query(
    `INSERT INTO deletion (charity_id, post_id, account_id, next_try_at)
     SELECT charity_id, post_id, account_id,
            baton.now() + ((row_number() OVER (PARTITION BY account_id ORDER BY sequence) - 1 + before.count) / $3)
                          * $4 * interval '1 ms'
       FROM post, LATERAL (SELECT count(*) FROM deletion AS d
                            WHERE d.charity_id = $1 AND d.account_id = post.account_id) AS before
      WHERE charity_id = $1 AND post_id = ANY($2)
     ON CONFLICT (charity_id, post_id) DO NOTHING`,
    [tx.charityId, ids, pace.atOnce, pace.everyMs],
  );
  await tell(tx, ids, 'The curator took back their consent: X is asked to delete it.');
}
