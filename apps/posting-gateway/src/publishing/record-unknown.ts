import { postOutcomeUnknown } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { aboutPost, factHead } from '../posts/post-facts.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { changePost } from './change-post.js';

/** From here on it is looked for on the timeline, and never sent again by machine. */
export async function recordUnknown(tx: Tx, before: PostRow, reconcileForMs: number): Promise<void> {
  const row = await changePost(
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
export async function lookAgain(tx: Tx, before: PostRow, reconcileForMs: number): Promise<void> {
  if (before.state === 'unknown') return;
  const row = await changePost(tx, before, `state = 'unknown'`, []);
  await beginSearch(tx, row, reconcileForMs);
  await tell(
    tx,
    [row.post_id],
    'X did not take it again, but it may be out from before: Baton looks for it on the account’s timeline and does not send it again.',
  );
}

async function beginSearch(tx: Tx, row: PostRow, reconcileForMs: number): Promise<void> {
  await changePost(tx, row, `looking_until = baton.now() + $2 * interval '1 ms'`, [reconcileForMs]);
  await tx.query(
    `INSERT INTO timeline_search (charity_id, post_id, account_id, attempt, next_look_at)
     VALUES ($1, $2, $3, $4, baton.now())
     ON CONFLICT (charity_id, post_id)
     DO UPDATE SET attempt = excluded.attempt, looks = 0, next_look_at = excluded.next_look_at`,
    [tx.charityId, row.post_id, row.account_id, row.attempt],
  );
}

export const endSearch = (tx: Tx, row: PostRow) =>
  tx.query('DELETE FROM timeline_search WHERE post_id = $1', [row.post_id]);
