import { actorOf, type Caller, postDecided } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { aboutPost, factHead } from '../posts/post-facts.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';

/** Lets a locked, held post go. The time to undo begins when it was accepted, not now: the author has been waiting. */
export async function approvePost(
  tx: Tx,
  { post_id }: Pick<PostRow, 'post_id'>,
  by: Caller | 'author',
): Promise<void> {
  const rows = await tx.query<PostRow>(
    `UPDATE post SET state = 'queued', approved = true, declined_by = NULL, preparation_faults = 0, retry_at = NULL, revision = revision + 1
      WHERE post_id = $1 RETURNING *`,
    [post_id],
  );
  await tell(tx, [post_id], 'The team looked at it and said yes.');
  await stateDecisions(tx, rows, { verdict: 'approve', by });
}

/**
 * The rows must be as they were returned by the change that raised their revisions. `author`: they took the words that the
 * team suggested, so nobody of the team decided just now.
 */
export const stateDecisions = (
  tx: Tx,
  rows: readonly PostRow[],
  { verdict, by }: { readonly verdict: 'approve' | 'decline'; readonly by: Caller | 'author' },
) => {
  const who = by === 'author' ? {} : { by: actorOf(by) };
  return appendFacts(
    tx,
    ...rows.map((row) =>
      newFact(postDecided, { ...factHead(row), data: { ...aboutPost(row), verdict, ...who } }),
    ),
  );
};
