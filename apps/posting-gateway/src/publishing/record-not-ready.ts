import type { Tx } from '@baton/persistence';
import { holdPosts } from '../posts/hold-posts.js';
import { backToUnknown, mayBeOutFromBefore } from '../posts/may-be-out.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';

/** With waits that double this is two and a half minutes: longer than most troubles that end by themselves. */
export const mostTries = 6;
const firstWaitMs = 5_000;

/**
 * A locked, waiting post could not be made ready: its picture, its sealed text, or a fault of ours. It is
 * the trouble of this post alone, so it alone waits, and after a few tries a person is asked.
 */
export async function recordNotReady(tx: Tx, row: PostRow): Promise<void> {
  const tries = row.preparation_faults + 1;
  await tx.query(
    `UPDATE post SET preparation_faults = $2, retry_at = baton.now() + $3 * interval '1 ms' WHERE post_id = $1`,
    [row.post_id, tries, firstWaitMs * 2 ** (tries - 1)],
  );
  if (tries < mostTries) {
    await tell(tx, [row.post_id], 'It could not be made ready; nothing was sent. It is tried again.');
  } else if (mayBeOutFromBefore(row)) {
    await backToUnknown(tx, [row], 'Not sent again: it could not be made ready.');
  } else {
    await holdPosts(
      tx,
      [row],
      'Held: it could not be made ready, and nothing was sent. A person looks at it.',
    );
  }
}
