import {
  type PostId,
  type PriceList,
  postOutcomeUnknown,
  postPublished,
  postRejected,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { wishForTakeover } from '../consent/withdrawn-curators.js';
import { noteCreditAgain, noteOutOfCredit } from '../costs/credit.js';
import { noteCertain } from '../costs/note-certain.js';
import { notePostCost } from '../costs/note-costs.js';
import { lookAtBudgetAgain } from '../costs/wait-for-budget.js';
import { queueDeletions } from '../deleting/queue-deletions.js';
import { markAnswered } from '../inbox/mark-answered.js';
import { mayBeOutFromBefore } from '../posts/may-be-out.js';
import { aboutPost, factHead } from '../posts/post-facts.js';
import { lockPost, type PostRow } from '../posts/post-row.js';
import { stopThreadBehind } from '../posts/stop-thread.js';
import { tell } from '../posts/tell.js';
import type { PrepareOutcome, PublishOutcome } from '../x/x-account.js';
import type { Lanes } from './lanes.js';
import { recordNotReady } from './record-not-ready.js';
import { noteReached, noteUnreached } from './unreached.js';

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
  if (of.phase === 'calling' && !hasNotLeft(known)) await noteReached(tx, before.account_id);
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

const publishedWords = {
  answer: ['Published: X has it.', 'baton'],
  timeline: ['It is on X: seen on the account’s timeline.', 'baton'],
  person: ['It is on X: a person of the team found it there.', 'team'],
} as const;

/** A locked post is on X. Its lane is awake. `at`: when, if that is not now. */
export async function recordPublished(
  tx: Tx,
  before: PostRow,
  seen: { xPostId: string; at: Date | null; knownBy: keyof typeof publishedWords },
  prices: PriceList,
): Promise<void> {
  const row = await change(
    tx,
    before,
    `state = 'published', x_post_id = $2, published_at = coalesce($3::timestamptz, baton.now()),
     looking_until = NULL, revision = revision + 1`,
    [seen.xPostId, seen.at],
  );
  await endSearch(tx, row);
  await notePostCost(tx, prices, row, row.cost_kind);
  await noteCreditAgain(tx, row.account_id);
  if (row.mention_id) await markAnswered(tx, row.mention_id);
  const tellsOf = row.kind === 'signOff' ? null : row.takeover_id;
  const wish = tellsOf && (await wishForTakeover(tx, tellsOf));
  if (wish === 'delete') await queueDeletions(tx, [row]);
  const [words, voice] = publishedWords[seen.knownBy];
  await tell(tx, [row.post_id], words, voice);
  await appendFacts(
    tx,
    newFact(postPublished, {
      ...factHead(row),
      data: {
        ...aboutPost(row),
        xPostId: seen.xPostId,
        publishedAt: (row.published_at ?? row.accepted_at).toISOString(),
        pictures: row.media_ids.length,
        knownBy: seen.knownBy,
      },
    }),
  );
}

async function recordRejected(
  tx: Tx,
  before: PostRow,
  { reason, words }: Extract<PublishOutcome, { outcome: 'rejected' }>,
): Promise<void> {
  const row = await change(
    tx,
    before,
    `state = 'rejected', rejection_reason = $2, rejection_words = $3, looking_until = NULL, revision = revision + 1`,
    [reason, words],
  );
  await lookAtBudgetAgain(tx, row);
  await endSearch(tx, row);
  await tell(tx, [row.post_id], `X did not take it: ${words}`);
  await stopThreadBehind(tx, row, `Not sent: X did not take part ${row.position} of this thread.`);
  await appendFacts(tx, newFact(postRejected, { ...factHead(row), data: { ...aboutPost(row), reason } }));
}

/** Nothing of it left for X. */
const hasNotLeft = (known: KnownOutcome): boolean =>
  known.outcome === 'retryAt' && (known.because === 'notSent' || known.because === 'tooLate');

/** As long as X asked for; where that is our own guess, longer each time. */
async function pauseOf(
  tx: Tx,
  { account_id }: PostRow,
  known: Extract<PublishOutcome, { outcome: 'retryAt' }>,
): Promise<number> {
  const askedMs = msUntil(known.at);
  return hasNotLeft(known) ? noteUnreached(tx, account_id, askedMs) : askedMs;
}

/** An instant by this host's clock as a wait, so that the database's clock decides when it is over. */
const msUntil = (at: Date): number => Math.max(0, at.getTime() - Date.now());

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
async function recordRetry(
  tx: Tx,
  before: PostRow,
  { because }: Extract<PublishOutcome, { outcome: 'retryAt' }>,
): Promise<void> {
  await lookAtBudgetAgain(tx, before);
  const row = await change(
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
async function recordCannotLook(tx: Tx, { post_id }: PostRow, until: Date): Promise<void> {
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

/** From here on it is looked for on the timeline, and never sent again by machine. */
export async function recordUnknown(tx: Tx, before: PostRow, reconcileForMs: number): Promise<void> {
  const row = await change(
    tx,
    before,
    `state = 'unknown', maybe_out_since = coalesce(maybe_out_since, attempted_at),
     unsure_attempts = unsure_attempts + 1, revision = revision + 1`,
    [],
  );
  await beginSearch(tx, row, reconcileForMs);
  await tell(
    tx,
    [row.post_id],
    'No clear answer from X. It may be out or not: Baton looks for it on the account’s timeline and does not send it again.',
  );
  await appendFacts(tx, newFact(postOutcomeUnknown, { ...factHead(row), data: aboutPost(row) }));
}

/**
 * X refused a copy of what it may have: a duplicate perhaps of the very post that is sought. The refusal is
 * certain and about the copy only, so what was known about the post is what is known now.
 */
async function lookAgain(tx: Tx, before: PostRow, reconcileForMs: number): Promise<void> {
  if (before.state === 'unknown') return;
  const row = await change(tx, before, `state = 'unknown'`, []);
  await beginSearch(tx, row, reconcileForMs);
  await tell(
    tx,
    [row.post_id],
    'X did not take it again, but it may be out from before: Baton looks for it on the account’s timeline and does not send it again.',
  );
}

async function beginSearch(tx: Tx, row: PostRow, reconcileForMs: number): Promise<void> {
  await change(tx, row, `looking_until = baton.now() + $2 * interval '1 ms'`, [reconcileForMs]);
  await tx.query(
    `INSERT INTO timeline_search (charity_id, post_id, account_id, attempt, next_look_at)
     VALUES ($1, $2, $3, $4, baton.now())
     ON CONFLICT (charity_id, post_id)
     DO UPDATE SET attempt = excluded.attempt, looks = 0, next_look_at = excluded.next_look_at`,
    [tx.charityId, row.post_id, row.account_id, row.attempt],
  );
}

async function change(
  tx: Tx,
  { post_id }: PostRow,
  set: string,
  values: readonly unknown[],
): Promise<PostRow> {
  const [row] = await tx.query<PostRow>(`UPDATE post SET ${set} WHERE post_id = $1 RETURNING *`, [
    post_id,
    ...values,
  ]);
  if (!row) throw new Error('a locked post is gone');
  return row;
}

const endSearch = (tx: Tx, row: PostRow) =>
  tx.query('DELETE FROM timeline_search WHERE post_id = $1', [row.post_id]);
