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
