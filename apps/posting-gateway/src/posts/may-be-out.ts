import type { Tx } from '@baton/persistence';
import type { PostRow } from './post-row.js';
import { tell } from './tell.js';

/**
 * X may have this post from an attempt before the present one. Whatever becomes of the present one, or
 * that it is not made, then says nothing about whether the post is out.
 */
export const mayBeOutFromBefore = ({
  state,
  maybe_out_since: since,
  attempted_at: latest,
}: PostRow): boolean => since !== null && (state === 'queued' || (latest !== null && since < latest));

/** Locked posts that a person had sent again and that will not be: a person looks and decides once more. */
export async function backToUnknown(tx: Tx, rows: readonly PostRow[], why: string): Promise<void> {
  const ids = rows.map((row) => row.post_id);
  await tx.query(
    `UPDATE post SET state = 'unknown', looking_until = NULL, retry_at = NULL WHERE post_id = ANY($1)`,
    [ids],
  );
  await tell(tx, ids, `${why} It may be out from before: a person looks on the timeline and decides.`);
}
