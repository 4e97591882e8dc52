import type { AccountId, PostId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { tell } from '../posts/tell.js';
import { isReply, type LaneOutlook } from './next-due-post.js';

const waits =
  'X allows this account no more posts like this for now, so it was not asked. It goes out as soon as X allows.';
const waitsForCharity =
  'X allows this account only a few more posts today, and those are kept for the charity. It goes out as soon as X allows more.';

/** What is due and would only be told 429 waits, and its story says why. */
export async function waitForAllowance(
  tx: Tx,
  accountId: AccountId,
  { allowance, now, onlyOwn, ownFrom }: LaneOutlook,
): Promise<void> {
  const kinds = [
    ['curator', false, allowance.curatorPost, allowance.charityPost === null ? waitsForCharity : waits],
    ['curator', true, allowance.curatorReply, allowance.charityReply === null ? waitsForCharity : waits],
    ['charity', false, allowance.charityPost, waits],
    ['charity', true, allowance.charityReply, waits],
  ] as const;
  for (const [author, reply, until, words] of kinds) {
    if (!until) continue;
    const waiting = await tx.query<{ postId: PostId }>(
      `UPDATE post AS p SET retry_at = $4
        WHERE p.charity_id = $1 AND p.account_id = $2 AND p.state = 'queued' AND NOT p.needs_yes AND p.author = $3
          AND ${isReply} = $5 AND p.due_at <= $6
          AND CASE WHEN p.kind = 'own' THEN $7::timestamptz <= $6 ELSE NOT $8 END AND coalesce(p.retry_at, '-infinity') < $4
        RETURNING p.post_id AS "postId"`,
      [tx.charityId, accountId, author, until, reply, now, ownFrom, onlyOwn],
    );
    await tell(
      tx,
      waiting.map(({ postId }) => postId),
      words,
    );
  }
}
