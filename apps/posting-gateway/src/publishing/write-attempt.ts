import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { isUnreached } from './unreached.js';

/** May the one call be made? If so the attempt has been written down, and the call is made once or never. */
export type AttemptRecord =
  | { readonly go: true; readonly attempt: number; readonly untilEndMs: number }
  | { readonly go: false };

/**
 * Writes down that X is about to be called for a locked post; answers the number of the attempt. While X is not reached the
 * story has said that it is tried again, and is not made longer by every try.
 */
export async function writeAttempt(tx: Tx, row: PostRow): Promise<number> {
  const [written] = await tx.query<{ attempt: number }>(
    `UPDATE post SET state = 'attempting', attempt = attempt + 1, attempted_at = baton.now(), retry_at = NULL
      WHERE post_id = $1 RETURNING attempt`,
    [row.post_id],
  );
  if (!written) throw new Error('a locked post is gone');
  if (row.attempted_at === null) await tell(tx, [row.post_id], 'Sending it to X.');
  else if (!(await isUnreached(tx, row.account_id))) await tell(tx, [row.post_id], 'Sending it to X again.');
  return written.attempt;
}
