import type { AccountId, CharityId, EngagementMark, PostId, TakeoverId } from '@baton/contracts';
import type { Tx, WorkerTx } from '@baton/persistence';

export interface ToMeasure {
  readonly charityId: CharityId;
  readonly accountId: AccountId;
  readonly takeoverId: TakeoverId;
  readonly postId: PostId;
  readonly mark: EngagementMark;
}

/** Due again soon after: where this process dies, another asks. */
const claim = `
  WITH first AS (SELECT charity_id, account_id FROM measuring WHERE due_at <= (SELECT baton.now()) ORDER BY due_at LIMIT 1)
  UPDATE measuring SET due_at = baton.now() + interval '2 minutes'
   WHERE (charity_id, post_id, mark) IN (
     SELECT charity_id, post_id, mark FROM measuring JOIN first USING (charity_id, account_id)
      WHERE due_at <= (SELECT baton.now()) ORDER BY due_at, post_id LIMIT 100 FOR UPDATE OF measuring SKIP LOCKED)
  RETURNING charity_id AS "charityId", account_id AS "accountId", takeover_id AS "takeoverId", post_id AS "postId", mark`;

/** One claims at a time: two at once would share the posts of an evening, and ask X twice for what it tells at once. */
const inTurn = `SELECT pg_advisory_xact_lock(hashtextextended('claim measuring', 0))`;

/** What is due of one account, as much as X shows at once. Two processes never take the same. */
export async function claimMeasuring(tx: WorkerTx): Promise<ToMeasure[]> {
  await tx.query(inTurn);
  return tx.query<ToMeasure>(claim);
}

/** It is done, or need not be: of those, the ones nobody else has done meanwhile. */
export const finishMeasuring = (tx: Tx, done: readonly ToMeasure[]): Promise<ToMeasure[]> =>
  tx.query<ToMeasure>(
    `DELETE FROM measuring USING unnest($2::uuid[], $3::text[]) AS done (post_id, mark)
      WHERE charity_id = $1 AND measuring.post_id = done.post_id AND measuring.mark = done.mark
     RETURNING charity_id AS "charityId", account_id AS "accountId", takeover_id AS "takeoverId",
               measuring.post_id AS "postId", measuring.mark`,
    keysOf(tx, done),
  );

/** Later, but not for ever: what X has not told in two weeks after its mark is no figure of that mark any more. */
export async function postponeMeasuring(tx: Tx, left: readonly ToMeasure[], waitMs: number): Promise<void> {
  await tx.query(
    `UPDATE measuring SET due_at = baton.now() + $4 * interval '1 ms'
       FROM unnest($2::uuid[], $3::text[]) AS left_over (post_id, mark)
      WHERE charity_id = $1 AND measuring.post_id = left_over.post_id AND measuring.mark = left_over.mark`,
    [...keysOf(tx, left), waitMs],
  );
  await tx.query(
    `DELETE FROM measuring WHERE charity_id = $1 AND mark_at < baton.now() - interval '14 days'`,
    [tx.charityId],
  );
}

const keysOf = (tx: Tx, rows: readonly ToMeasure[]) => [
  tx.charityId,
  rows.map(({ postId }) => postId),
  rows.map(({ mark }) => mark),
];
