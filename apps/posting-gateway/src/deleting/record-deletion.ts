import { type PostId, type PriceList, postDeleted } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { noteInAudit } from '../audit/note-in-audit.js';
import { notePostCost } from '../costs/note-costs.js';
import { aboutPost, factHead } from '../posts/post-facts.js';
import { lockPost, type PostRow } from '../posts/post-row.js';
import { stopWithoutBeginning } from '../posts/stop-thread.js';
import { tell } from '../posts/tell.js';
import type { RemoveOutcome } from '../x/x-account.js';
import { waitAfter } from './wait-after.js';

/** Writes down what X answered. Certain answers are written once; the rest is asked again. */
export async function recordDeletion(
  tx: Tx,
  postId: PostId,
  tries: number,
  answer: RemoveOutcome,
  prices: PriceList,
): Promise<void> {
  const row = await lockPost(tx, postId);
  if (row?.state !== 'published') return forget(tx, postId);
  switch (answer.outcome) {
    case 'gone':
      await recordGone(tx, row);
      await notePostCost(tx, prices, row, 'delete');
      return forget(tx, postId);
    case 'refused':
      await noteRefused(tx, row);
      return tell(tx, [postId], 'X did not delete it. Somebody of the team should delete it on X by hand.');
    case 'later':
      await tryAgain(tx, row, waitAfter(tries));
      return tell(tx, [postId], 'It could not be deleted on X just now. It is tried again.');
    case 'laterAll':
      return restAccount(tx, row, Math.max(0, answer.at.getTime() - Date.now()));
  }
}

async function recordGone(tx: Tx, { post_id }: PostRow): Promise<void> {
  const [row] = await tx.query<PostRow>(
    `UPDATE post SET state = 'deleted', deleted_at = baton.now(), revision = revision + 1
      WHERE post_id = $1 RETURNING *`,
    [post_id],
  );
  if (!row) throw new Error('a locked post is gone');
  await tell(tx, [post_id], 'X has deleted it. What others copied stays with them.');
  await stopWithoutBeginning(tx, row);
  await appendFacts(tx, newFact(postDeleted, { ...factHead(row), data: aboutPost(row) }));
  await noteInAudit(tx, { by: 'posting-gateway', action: 'post.deleted', about: post_id });
}

const forget = async (tx: Tx, postId: PostId): Promise<void> => {
  await tx.query('DELETE FROM deletion WHERE charity_id = $1 AND post_id = $2', [tx.charityId, postId]);
};

const noteRefused = (tx: Tx, { post_id }: PostRow) =>
  tx.query(
    `UPDATE deletion SET refused_since = coalesce(refused_since, baton.now()),
                         next_try_at = baton.now() + interval '1 day'
      WHERE charity_id = $1 AND post_id = $2`,
    [tx.charityId, post_id],
  );

const tryAgain = (tx: Tx, { post_id }: PostRow, inMs: number) =>
  tx.query(
    `UPDATE deletion SET next_try_at = baton.now() + $3 * interval '1 ms' WHERE charity_id = $1 AND post_id = $2`,
    [tx.charityId, post_id, inMs],
  );

/** X counts by account, so all that is to be deleted on it waits. */
async function restAccount(tx: Tx, { post_id, account_id }: PostRow, forMs: number): Promise<void> {
  await tx.query(
    `UPDATE deletion
        SET next_try_at = CASE WHEN post_id = $3 THEN baton.now() + $4 * interval '1 ms'
                               ELSE greatest(next_try_at, baton.now() + $4 * interval '1 ms') END
      WHERE charity_id = $1 AND account_id = $2`,
    [tx.charityId, account_id, post_id, forMs],
  );
}
