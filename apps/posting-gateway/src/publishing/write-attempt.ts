import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';

/** May the one call be made? If so the attempt has been written down, and the call is made once or never. */
export type AttemptRecord =
  | { readonly go: true; readonly attempt: number; readonly untilEndMs: number }
  | { readonly go: false };

/** Writes down that X is about to be called for a locked post; answers the number of the attempt. */
export async function writeAttempt(tx: Tx, row: PostRow): Promise<number> {
  const [written] = await tx.query<{ attempt: number }>(
    `UPDATE post SET state = 'attempting', attempt = attempt + 1, attempted_at = baton.now(), retry_at = NULL
      WHERE post_id = $1 RETURNING attempt`,
    [row.post_id],
  );
  if (!written) throw new Error('a locked post is gone');
  await tell(tx, [row.post_id], row.attempted_at === null ? 'Sending it to X.' : 'Sending it to X again.');
  return written.attempt;
}
