import { type PostId, type PriceList, postRejected } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { noteCertain } from '../costs/note-certain.js';
import { lookAtBudgetAgain } from '../costs/wait-for-budget.js';
import { markGone, markUnanswerable } from '../inbox/mark-answered.js';
import { mayBeOutFromBefore } from '../posts/may-be-out.js';
import { aboutPost, factHead } from '../posts/post-facts.js';
import { lockPost, type PostRow } from '../posts/post-row.js';
import { stopThreadBehind } from '../posts/stop-thread.js';
import { tell } from '../posts/tell.js';
import type { PrepareOutcome, PublishOutcome } from '../x/x-account.js';
import { changePost } from './change-post.js';
import type { Lanes } from './lanes.js';
import { recordNotReady } from './record-not-ready.js';
import { recordPublished } from './record-published.js';
import { hasNotLeft, pauseOf, recordCannotLook, recordRetry } from './record-retry.js';
import { endSearch, lookAgain, recordUnknown } from './record-unknown.js';
import { noteReached } from './unreached.js';

/** Which attempt an outcome belongs to. The number is the token: an outcome of any other attempt is ignored. */
export interface Attempted {
  readonly postId: PostId;
  readonly attempt: number;
  /** Before the call all that can fail is making it, which concerns a post that still waits. */
  readonly phase: 'preparing' | 'calling';
}

/** Seen on the timeline instead of heard in the answer. */
export type KnownOutcome =
  | PublishOutcome
  | PrepareOutcome
  /** A person had it sent again, and the timeline cannot be read. */
  | { readonly outcome: 'cannotLook'; readonly until: Date }
  | { readonly outcome: 'seen'; readonly xPostId: string; readonly at: Date };

/**
 * Writes down what became of an attempt (or of preparing one). What is certain is written whenever it
 * comes, also after the attempt was given up as unknown by somebody else: a late answer is an answer.
 * What is final stays: an outcome never replaces `published` or any other end.
 */
export async function settleOutcome(
  tx: Tx,
  of: Attempted,
  known: KnownOutcome,
  on: { readonly lanes: Lanes; readonly reconcileForMs: number; readonly prices: PriceList },
): Promise<void> {
  const before = await lockWithLane(tx, of, on.lanes);
  if (!before) return;
  if (of.phase === 'preparing' && before.state !== 'queued' && known.outcome !== 'seen') return;
  if (settlesUnsure(of, before, known)) await noteCertain(tx, before.post_id);
  const hasLeft = known.outcome !== 'retryAt' || !hasNotLeft(known);
  if (of.phase === 'calling' && hasLeft) await noteReached(tx, before.account_id);
  switch (known.outcome) {
    case 'published':
      return recordPublished(tx, before, { xPostId: known.xPostId, at: null, knownBy: 'answer' }, on.prices);
    case 'seen':
      return recordPublished(tx, before, { ...known, knownBy: 'timeline' }, on.prices);
    case 'rejected':
      if (mayBeOutFromBefore(before)) return lookAgain(tx, before, on.reconcileForMs);
      return recordRejected(tx, before, known);
    case 'retryAt':
      await on.lanes.rest(tx, before.account_id, await pauseOf(tx, before, known));
      return recordRetry(tx, before, known);
    case 'cannotLook':
      return recordCannotLook(tx, before, known.until);
    case 'notReady':
      return recordNotReady(tx, before);
    case 'waitForAccount':
      // The lane looks at the account itself, and rests.
      return;
    case 'unknown':
      if (before.state === 'attempting') await recordUnknown(tx, before, on.reconcileForMs);
  }
}

/** An attempt that was counted as one of which nobody knows: seen on the timeline, or X's answer comes late. */
const settlesUnsure = ({ phase }: Attempted, { state }: PostRow, { outcome }: KnownOutcome): boolean =>
  outcome === 'seen' ||
  (phase === 'calling' &&
    state !== 'attempting' &&
    (outcome === 'published' || outcome === 'rejected' || outcome === 'retryAt'));

/** Lane before post, as everywhere; awake, because what stood behind this post may go now. */
async function lockWithLane(
  tx: Tx,
  { postId, attempt }: Attempted,
  lanes: Lanes,
): Promise<PostRow | undefined> {
  const [found] = await tx.query<Pick<PostRow, 'account_id'>>(
    'SELECT account_id FROM post WHERE post_id = $1',
    [postId],
  );
  if (!found) return undefined;
  await lanes.wakeNow(tx, found.account_id);
  const row = await lockPost(tx, postId);
  const open = row?.state === 'queued' || row?.state === 'attempting' || row?.state === 'unknown';
  return open && row.attempt === attempt ? row : undefined;
}

async function recordRejected(
  tx: Tx,
  before: PostRow,
  { reason, words, targetIsGone }: Extract<PublishOutcome, { outcome: 'rejected' }>,
): Promise<void> {
  const row = await changePost(
    tx,
    before,
    `state = 'rejected', rejection_reason = $2, rejection_words = $3, looking_until = NULL, revision = revision + 1`,
    [reason, words],
  );
  if (reason === 'replyNotAllowed' && row.position === 1 && row.mention_id) {
    await markUnanswerable(tx, row.mention_id);
    if (targetIsGone) await markGone(tx, row.mention_id);
  }
  await lookAtBudgetAgain(tx, row);
  await endSearch(tx, row);
  await tell(tx, [row.post_id], `X did not take it: ${words}`);
  await stopThreadBehind(tx, row, `Not sent: X did not take part ${row.position} of this thread.`);
  await appendFacts(tx, newFact(postRejected, { ...factHead(row), data: { ...aboutPost(row), reason } }));
}
