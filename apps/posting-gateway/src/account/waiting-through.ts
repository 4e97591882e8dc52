import type { AccountId, PostId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** The posts that wait for nothing but their turn to go through an account. */
export async function waitingThrough(tx: Tx, accountId: AccountId): Promise<PostId[]> {
  const waiting = await tx.query<{ postId: PostId }>(
    `SELECT post_id AS "postId" FROM post
      WHERE charity_id = $1 AND account_id = $2 AND state = 'queued' AND NOT needs_yes ORDER BY sequence`,
    [tx.charityId, accountId],
  );
  return waiting.map(({ postId }) => postId);
}
