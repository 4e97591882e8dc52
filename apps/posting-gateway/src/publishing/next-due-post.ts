import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';

/** A post that may go as far as its thread is concerned; `reply_target` is what X is told it answers. */
export interface WaitingPost extends PostRow {
  readonly reply_target: string | null;
  /** When it is due and X (or what failed) has been left alone for long enough. */
  readonly may_go_at: Date;
  readonly is_due: boolean;
}

/**
 * The charity's own posts first, then by due time and order of acceptance. Of a thread only the part
 * whose predecessor is out (and is replied to), and none while a part of it is held. If nothing is due
 * it is the post that will be due first.
 */
const select = `
  SELECT p.*, coalesce(previous.x_post_id, p.reply_to_x_post_id) AS reply_target, 
         greatest(p.due_at, p.retry_at) AS may_go_at, greatest(p.due_at, p.retry_at) <= $2 AS is_due
    FROM post p
    LEFT JOIN post previous ON previous.charity_id = p.charity_id AND previous.thread_id = p.thread_id
                           AND previous.position = p.position - 1
   WHERE p.account_id = $1 AND p.state = 'queued' AND NOT p.needs_yes
     AND (p.position = 1 OR previous.state = 'published')
     AND NOT EXISTS (SELECT FROM post part WHERE part.thread_id = p.thread_id AND part.state = 'held')
   ORDER BY greatest(p.due_at, p.retry_at, $2), p.author = 'charity' DESC, p.due_at, p.sequence
   LIMIT 1`;

export async function nextWaitingPost(
  tx: Tx,
  accountId: AccountId,
  now: Date,
): Promise<WaitingPost | undefined> {
  const [post] = await tx.query<WaitingPost>(select, [accountId, now]);
  return post;
}
