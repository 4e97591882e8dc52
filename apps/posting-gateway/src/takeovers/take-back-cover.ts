import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { backToUnknown, mayBeOutFromBefore } from '../posts/may-be-out.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';

/** The curator is back, so there is nothing to cover for: a locked cover that waits is not said. It can be another time. */
export async function takeBackCover(tx: Tx, row: PostRow): Promise<void> {
  if (mayBeOutFromBefore(row)) return backToUnknown(tx, [row], 'Not sent again: the curator is back.');
  await tx.query(`UPDATE post SET state = 'withdrawn', retry_at = NULL WHERE post_id = $1`, [row.post_id]);
  await tell(tx, [row.post_id], 'Not said: the curator is back.');
}

/** The cover of a takeover, locked, while it waits. */
export async function lockWaitingCover(tx: Tx, takeoverId: TakeoverId): Promise<PostRow | undefined> {
  const [cover] = await tx.query<PostRow>(
    `SELECT * FROM post WHERE takeover_id = $1 AND kind = 'cover' AND state = 'queued' FOR UPDATE`,
    [takeoverId],
  );
  return cover;
}
