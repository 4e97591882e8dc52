import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import type { BudgetOfCalls } from './decide-budget-of-calls.js';

/** A post that may go as far as its thread is concerned; `reply_target` is what X is told it answers. */
export interface WaitingPost extends PostRow {
  readonly reply_target: string | null;
  /** When it is due and X (or what failed) has been left alone for long enough. */
  readonly may_go_at: Date;
  readonly is_due: boolean;
}

/** What X counts as a reply: an answer to a mention, or a further part of a thread. */
export const isReply = '(p.position > 1 OR p.reply_to_x_post_id IS NOT NULL)';

/** When a post may go: its moment, what X or a failure asked for, and what X allows of its kind. */
const mayGoAt = `greatest(p.due_at, p.retry_at,
  CASE WHEN p.author = 'curator' THEN CASE WHEN ${isReply} THEN $4::timestamptz ELSE $3::timestamptz END
       ELSE CASE WHEN ${isReply} THEN $6::timestamptz ELSE $5::timestamptz END END)`;

/**
 * The charity's own posts first, then by due time and order of acceptance. Of a thread only the part
 * whose predecessor is out (and is replied to), and none while a part of it is held. If nothing is due
 * it is the post that will be due first.
 */
const select = `
  SELECT p.*, coalesce(previous.x_post_id, p.reply_to_x_post_id) AS reply_target, 
         ${mayGoAt} AS may_go_at, ${mayGoAt} <= $2 AS is_due
    FROM post p
    LEFT JOIN post previous ON previous.charity_id = p.charity_id AND previous.thread_id = p.thread_id
                           AND previous.position = p.position - 1
   WHERE p.account_id = $1 AND p.state = 'queued' AND NOT p.needs_yes
     AND (p.position = 1 OR previous.state = 'published')
     AND NOT EXISTS (SELECT FROM post part WHERE part.thread_id = p.thread_id AND part.state = 'held')
   ORDER BY greatest(${mayGoAt}, $2), p.author = 'charity' DESC, p.due_at, p.sequence
   LIMIT 1`;

export async function nextWaitingPost(
  tx: Tx,
  accountId: AccountId,
  { budget, now }: { readonly budget: BudgetOfCalls; readonly now: Date },
): Promise<WaitingPost | undefined> {
  const [post] = await tx.query<WaitingPost>(select, [
    ...[accountId, now, budget.curatorPost, budget.curatorReply, budget.charityPost, budget.charityReply],
  ]);
  return post;
}
