import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';

/** What is or may be out of the takeover that is on, or else of the last one that was; the newest first. */
export const lastPosts = (tx: Tx, limit: number): Promise<PostRow[]> =>
  tx.query(
    `SELECT post.* FROM post
      WHERE charity_id = $1 AND state IN ('published', 'attempting', 'unknown')
        AND takeover_id = (SELECT takeover_id FROM takeover
                            WHERE charity_id = $1 AND opens_at <= baton.now() ORDER BY opens_at DESC LIMIT 1)
      ORDER BY coalesce(published_at, maybe_out_since, attempted_at) DESC, sequence DESC LIMIT $2`,
    [tx.charityId, limit],
  );
