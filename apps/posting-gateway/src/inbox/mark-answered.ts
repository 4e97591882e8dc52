import type { MentionId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** A reply to this message was published. Again is harmless: the first time stays. */
export async function markAnswered(tx: Tx, mentionId: MentionId): Promise<void> {
  await tx.query(
    `UPDATE mention SET answered_at = baton.now()
      WHERE charity_id = $1 AND mention_id = $2 AND answered_at IS NULL`,
    [tx.charityId, mentionId],
  );
}

/** X has refused an answer to this message, and would refuse the next. */
export async function markUnanswerable(tx: Tx, mentionId: MentionId): Promise<void> {
  await tx.query(
    `UPDATE mention SET unanswerable_at = baton.now()
      WHERE charity_id = $1 AND mention_id = $2 AND unanswerable_at IS NULL`,
    [tx.charityId, mentionId],
  );
}

/** The team still has to see to it: a threat whose writer has blocked the account must not be gone with their post. */
const teamNeedsIt = `(reported_at IS NOT NULL AND report_closed_at IS NULL OR parked_at IS NOT NULL AND seen_to_at IS NULL)`;

/** X does not show this message any more: what its writer took back is not kept here either, once nobody has to see to it. */
export async function markGone(tx: Tx, mentionId: MentionId): Promise<void> {
  await tx.query(
    `UPDATE mention SET gone_at = baton.now() WHERE charity_id = $1 AND mention_id = $2 AND gone_at IS NULL`,
    [tx.charityId, mentionId],
  );
  await eraseIfGone(tx, mentionId);
}

export const eraseIfGone = (tx: Tx, mentionId: MentionId): Promise<unknown> =>
  tx.query(
    `UPDATE mention SET sealed_words = '', text_print = NULL
      WHERE charity_id = $1 AND mention_id = $2 AND gone_at IS NOT NULL AND NOT ${teamNeedsIt}`,
    [tx.charityId, mentionId],
  );
