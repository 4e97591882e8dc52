import { weightedLength } from '@baton/checks';
import { type PostContent, postHeld } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx, Vault } from '@baton/persistence';
import { kindOfPost } from '../costs/kind-of-post.js';
import { openFollowUps } from '../crisis/open-follow-up.js';
import { aboutPost, factHead } from './post-facts.js';
import type { PostRow } from './post-row.js';
import { sealPoll, sealText } from './post-text.js';
import type { StoryLine } from './store-posts.js';
import { tell } from './tell.js';

export interface Rewriting {
  readonly content: PostContent;
  readonly findings: PostRow['findings'];
  readonly state: 'held' | 'queued';
  readonly awaitsDescription: boolean;
  readonly dueAt: Date;
  readonly timedFor: Date | null;
  readonly needsYes: boolean;
  readonly story: readonly StoryLine[];
  /** Of the wish that led to it; null where the wish was about another part of the thread. */
  readonly fingerprint: Buffer | null;
}

/**
 * A post as if handed over just now: nobody has approved these words, nothing is known of an attempt at them. With the
 * next `edition` what was made ready from the old words is not sent, and with the next `attempt` no outcome of theirs,
 * however late, is taken for one of the new.
 */
const rewrite = `
  UPDATE post
     SET sealed_text = $2, sealed_poll = $3, weighted_length = $4, media_ids = $5, findings = $6,
         state = $7, due_at = $8, timed_for = $9, needs_yes = $10, edit_fingerprint = $11,
         awaits_description = $12, cost_kind = $13, over_budget = false, edits = edits + 1, edition = edition + 1, attempt = attempt + 1,
         approved = false, preparation_faults = 0, retry_at = NULL, maybe_out_since = NULL, looking_until = NULL,
         rejection_reason = NULL, rejection_words = NULL, sealed_decline_reason = NULL, stopped_with = NULL, held_by_switch = false,
         revision = CASE WHEN $7 = 'held' AND state <> 'held' THEN revision + 1 ELSE revision END
   WHERE post_id = $1 RETURNING *`;

/** Gives a locked post its words, its place in the queue or in the review, and tells how it came to it. */
export async function rewritePost(tx: Tx, vault: Vault, before: PostRow, to: Rewriting): Promise<void> {
  const { post_id: postId, takeover_id: takeoverId } = before;
  const { text, poll, mediaIds } = to.content;
  const [row] = await tx.query<PostRow>(rewrite, [
    postId,
    await sealText(vault, tx, { takeoverId, postId, text }),
    await sealPoll(vault, tx, { takeoverId, postId, poll }),
    weightedLength(text),
    mediaIds,
    JSON.stringify(to.findings),
    ...[to.state, to.dueAt, to.timedFor, to.needsYes, to.fingerprint, to.awaitsDescription],
    kindOfPost({ text, answersMention: before.mention_id !== null && before.position === 1 }),
  ]);
  if (!row) throw new Error('a locked post is gone');
  for (const { by, what } of to.story) await tell(tx, [postId], what, by);
  await openFollowUps(tx, [row]);
  if (row.state !== 'held' || before.state === 'held') return;
  const checks = row.findings.map(({ check }) => check);
  await appendFacts(tx, newFact(postHeld, { ...factHead(row), data: { ...aboutPost(row), checks } }));
}
