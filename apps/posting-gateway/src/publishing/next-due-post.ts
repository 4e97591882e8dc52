import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { waitsForThread } from '../posts/waits-for-thread.js';
import { untilIntroduced } from '../takeovers/until-introduced.js';
import type { Allowance } from './decide-allowance.js';

/** A post that may go as far as its thread is concerned; `reply_target` is what X is told it answers. */
export interface WaitingPost extends PostRow {
  readonly reply_target: string | null;
  /** When it is due and X (or what failed) has been left alone for long enough. */
  readonly may_go_at: Date;
  readonly is_due: boolean;
}

/** What X counts as a reply: an answer to a mention, or a further part of a thread. */
export const isReply = '(p.position > 1 OR p.reply_to_x_post_id IS NOT NULL)';

/**
 * When a post may go: its moment, what X or a failure asked for, the introduction of its author, whose the account is, and
 * what X allows of its kind.
 */
const mayGoAt = `greatest(p.due_at, p.retry_at, ${untilIntroduced}, CASE WHEN p.kind = 'own' THEN $8::timestamptz END,
  CASE WHEN p.author = 'curator' THEN CASE WHEN ${isReply} THEN $4::timestamptz ELSE $3::timestamptz END
       ELSE CASE WHEN ${isReply} THEN $6::timestamptz ELSE $5::timestamptz END END)`;

/** What the lane of an account may do at a moment. */
export interface LaneOutlook {
  readonly now: Date;
  readonly allowance: Allowance;
  /** Only the charity's own posts go: it has taken the account back. */
  readonly onlyOwn: boolean;
  /** When the charity's own posts may go as far as takeovers are concerned. */
  readonly ownFrom: Date;
}

/**
 * What the charity says in a takeover first, then by due time and order of acceptance. Of a thread only the part before
 * which nothing is still on its way, and none while a part of it is held or its curator rests. It answers the nearest part before it that is out,
 * which need not be its neighbour: one that failed may have been left out. If nothing is due it is the post that will be
 * due first.
 */
const select = `
  SELECT p.*, coalesce(answered.x_post_id, beginning.reply_to_x_post_id) AS reply_target,
         turn.may_go_at, turn.may_go_at <= $2 AS is_due
    FROM post p
   CROSS JOIN LATERAL (SELECT ${mayGoAt} AS may_go_at) AS turn
    JOIN post beginning ON beginning.charity_id = p.charity_id AND beginning.post_id = p.thread_id
    LEFT JOIN LATERAL (
      SELECT x_post_id FROM post
       WHERE charity_id = p.charity_id AND thread_id = p.thread_id AND position < p.position
         AND state = 'published'
       ORDER BY position DESC LIMIT 1) AS answered ON true
   WHERE p.account_id = $1 AND p.state = 'queued' AND NOT p.needs_yes AND NOT p.over_budget
     AND (p.kind = 'own' OR NOT $7)
     AND NOT (p.author = 'curator' AND EXISTS (
       SELECT FROM takeover t WHERE t.takeover_id = p.takeover_id AND t.resting_since IS NOT NULL))
     AND NOT ${waitsForThread}
   ORDER BY greatest(turn.may_go_at, $2), (p.author = 'charity' AND p.kind <> 'own') DESC, p.due_at, p.sequence
   LIMIT 1`;

export async function nextWaitingPost(
  tx: Tx,
  accountId: AccountId,
  { allowance, now, onlyOwn, ownFrom }: LaneOutlook,
): Promise<WaitingPost | undefined> {
  const [post] = await tx.query<WaitingPost>(select, [
    ...[
      accountId,
      now,
      allowance.curatorPost,
      allowance.curatorReply,
      allowance.charityPost,
      allowance.charityReply,
    ],
    ...[onlyOwn, ownFrom],
  ]);
  return post;
}
