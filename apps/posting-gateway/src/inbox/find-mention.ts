import type { MentionId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** The message a reply answers, as X knows it, and the takeover whose inbox it is in. */
export async function findMention(
  tx: Tx,
  mentionId: MentionId,
): Promise<{ readonly xPostId: string; readonly takeoverId: TakeoverId } | undefined> {
  const [found] = await tx.query<{ xPostId: string; takeoverId: TakeoverId }>(
    `SELECT x_post_id AS "xPostId", takeover_id AS "takeoverId"
       FROM mention WHERE charity_id = $1 AND mention_id = $2`,
    [tx.charityId, mentionId],
  );
  return found;
}
