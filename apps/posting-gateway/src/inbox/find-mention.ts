import type { MentionId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** A message of this takeover's inbox, as X knows it, for answering it. One of another takeover is not found. */
export async function findMention(
  tx: Tx,
  takeoverId: TakeoverId,
  mentionId: MentionId,
): Promise<{ readonly xPostId: string; readonly unanswerable: boolean } | undefined> {
  const [found] = await tx.query<{ xPostId: string; unanswerable: boolean }>(
    `SELECT x_post_id AS "xPostId", unanswerable_at IS NOT NULL AS unanswerable FROM mention
      WHERE charity_id = $1 AND takeover_id = $2 AND mention_id = $3`,
    [tx.charityId, takeoverId, mentionId],
  );
  return found;
}
