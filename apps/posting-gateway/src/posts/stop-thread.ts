import type { Tx } from '@baton/persistence';
import type { PostRow } from './post-row.js';
import { tell } from './tell.js';

/** What stands behind a post that will not go must not go either: it would answer nothing. */
export async function stopThreadBehind(tx: Tx, row: PostRow, why: string): Promise<void> {
  const stopped = await tx.query<Pick<PostRow, 'post_id'>>(
    `UPDATE post SET state = 'withdrawn', stopped_with = $2
      WHERE thread_id = $1 AND position > $2 AND state IN ('queued', 'held') RETURNING post_id`,
    [row.thread_id, row.position],
  );
  await tell(
    tx,
    stopped.map(({ post_id }) => post_id),
    `${why} Your words are kept here.`,
  );
}

/**
 * Nothing of a thread is out any more: what waits behind the deleted part would begin in the middle, so it stops. Its
 * author may let it go on, from the first of them: that one then begins the thread anew.
 */
export async function stopWithoutBeginning(tx: Tx, deleted: PostRow): Promise<void> {
  const stopped = await tx.query<Pick<PostRow, 'post_id'>>(
    `WITH waiting AS (
       SELECT post_id, min(position) OVER () AS first FROM post
        WHERE thread_id = $1 AND position > $2 AND state IN ('queued', 'held') AND maybe_out_since IS NULL
          AND NOT EXISTS (SELECT FROM post WHERE thread_id = $1 AND state = 'published'))
     UPDATE post SET state = 'withdrawn', stopped_with = CASE WHEN position > first THEN first END
       FROM waiting WHERE post.post_id = waiting.post_id RETURNING post.post_id`,
    [deleted.thread_id, deleted.position],
  );
  await tell(
    tx,
    stopped.map(({ post_id }) => post_id),
    'Not sent: the part before it was deleted. Your words are kept here.',
  );
}
