import type { Tx } from '@baton/persistence';
import { noteOutOfCredit } from '../costs/credit.js';
import { lookAtBudgetAgain } from '../costs/wait-for-budget.js';
import { mayBeOutFromBefore } from '../posts/may-be-out.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import type { PublishOutcome } from '../x/x-account.js';
import { changePost } from './change-post.js';
import { endSearch } from './record-unknown.js';
import { noteUnreached } from './unreached.js';

type Retry = Extract<PublishOutcome, { outcome: 'retryAt' }>;

/** Nothing of it left for X. */
export const hasNotLeft = ({ because }: Retry): boolean => because === 'notSent' || because === 'tooLate';

/** An instant by this host's clock as a wait, so that the database's clock decides when it is over. */
const msUntil = (at: Date): number => Math.max(0, at.getTime() - Date.now());

/** As long as X asked for; where that is our own guess, longer each time. */
export async function pauseOf(tx: Tx, { account_id }: PostRow, known: Retry): Promise<number> {
  const askedMs = msUntil(known.at);
  return hasNotLeft(known) ? noteUnreached(tx, account_id, askedMs) : askedMs;
}

const retryWords = {
  outOfCredit:
    'The charity’s credit at X is used up, so X posted nothing. The team sees it; it goes once there is credit again.',
  rateLimited: 'X asked to wait. It goes out as soon as X allows.',
  notSent: 'X could not be reached; nothing was sent. It is tried again.',
  pictureForgotten: 'X had forgotten a picture of it, so nothing was posted. X gets the picture again.',
  tokenRefresh: 'The key to the account is being renewed. It is tried again.',
  tooLate:
    'The moment to send it had passed before it could be sent; nothing was sent. It is looked at again.',
} as const;

/** Waits as long as its lane does, and so keeps its place in it. */
export async function recordRetry(tx: Tx, before: PostRow, { because }: Retry): Promise<void> {
  await lookAtBudgetAgain(tx, before);
  const row = await changePost(
    tx,
    before,
    `state = 'queued', retry_at = (SELECT resting_until FROM lane WHERE account_id = post.account_id),
     looking_until = NULL, maybe_out_since = CASE WHEN $2 THEN maybe_out_since END`,
    [mayBeOutFromBefore(before)],
  );
  await endSearch(tx, row);
  if (because === 'outOfCredit') await noteOutOfCredit(tx, row.account_id);
  if (because !== 'tokenRefresh') await tell(tx, [row.post_id], retryWords[because]);
}

/** Only this post needs the timeline, so only it waits. */
export async function recordCannotLook(tx: Tx, { post_id }: PostRow, until: Date): Promise<void> {
  await tx.query(`UPDATE post SET retry_at = baton.now() + $2 * interval '1 ms' WHERE post_id = $1`, [
    post_id,
    msUntil(until),
  ]);
  await tell(
    tx,
    [post_id],
    'The account’s timeline cannot be read just now. It is not sent again before Baton has looked there.',
  );
}
