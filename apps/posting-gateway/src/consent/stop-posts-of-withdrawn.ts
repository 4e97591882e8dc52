import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { eraseWordsOf } from '../posts/erase-words.js';
import { backToUnknown, mayBeOutFromBefore } from '../posts/may-be-out.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';

/**
 * What waits of their takeovers does not go out, the charity’s words about them neither, and what never went out is
 * erased. Lanes are locked already. The words of what is sought on the timeline stay until then: they are needed to find
 * it there.
 */
export async function stopPostsOfWithdrawn(tx: Tx, curatorId: CuratorId): Promise<void> {
  const waiting = await tx.query<PostRow>(
    `SELECT * FROM post
      WHERE charity_id = $1 AND state IN ('queued', 'held')
        AND takeover_id IN (SELECT takeover_id FROM takeover WHERE charity_id = $1 AND curator_id = $2)
      ORDER BY sequence FOR UPDATE`,
    [tx.charityId, curatorId],
  );
  const perhapsOut = waiting.filter(mayBeOutFromBefore);
  await backToUnknown(tx, perhapsOut, 'Not sent again: the curator took back their consent.');
  const ids = waiting.filter((row) => !mayBeOutFromBefore(row)).map((row) => row.post_id);
  await tx.query(`UPDATE post SET state = 'withdrawn' WHERE post_id = ANY($1)`, [ids]);
  await tell(tx, ids, 'The curator took back their consent: it does not go out, and the words are erased.');
  await eraseWordsOf(tx, curatorId);
}
