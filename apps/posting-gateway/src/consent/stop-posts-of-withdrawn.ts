import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { eraseWordsOf } from '../posts/erase-words.js';
import { backToUnknown, mayBeOutFromBefore } from '../posts/may-be-out.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';

/**
 * What of theirs waits does not go out, and what never went out is erased. Lanes are locked already. The words of what is
 * sought on the timeline stay until then: they are needed to find it there.
 */
export async function stopPostsOfWithdrawn(tx: Tx, curatorId: CuratorId): Promise<void> {
  const waiting = await tx.query<PostRow>(
    `SELECT * FROM post WHERE charity_id = $1 AND curator_id = $2 AND state IN ('queued', 'held')
      ORDER BY sequence FOR UPDATE`,
    [tx.charityId, curatorId],
  );
  const perhapsOut = waiting.filter(mayBeOutFromBefore);
  await backToUnknown(tx, perhapsOut, 'Not sent again: its author took back their consent.');
  const ids = waiting.filter((row) => !mayBeOutFromBefore(row)).map((row) => row.post_id);
  await tx.query(`UPDATE post SET state = 'withdrawn' WHERE post_id = ANY($1)`, [ids]);
  await tell(tx, ids, 'Its author took back their consent: it does not go out, and the words are erased.');
  await eraseWordsOf(tx, curatorId);
}
