import type { CuratorId, PostId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { eraseNotes } from '../review/post-notes.js';
import { eraseProposals } from '../review/proposals.js';

/** States in which X does not have a post and cannot get it any more. */
const neverOut = `('withdrawn', 'declined', 'rejected', 'missedWindow')`;

/** Erases the words of posts of a curator’s takeovers that never went out; that they were there stays. Answers which. */
export async function eraseWordsOf(tx: Tx, curatorId: CuratorId): Promise<PostId[]> {
  const theirs = 'SELECT takeover_id FROM takeover WHERE charity_id = $1 AND curator_id = $2';
  return erase(tx, `takeover_id IN (${theirs})`, curatorId);
}

/** The same for all that was handed over longer ago than this. */
export async function eraseWordsOlderThan(tx: Tx, days: number): Promise<PostId[]> {
  return erase(tx, `accepted_at < baton.now() - $2 * interval '1 day'`, days);
}

async function erase(tx: Tx, which: string, value: unknown): Promise<PostId[]> {
  const erased = await tx.query<{ postId: PostId }>(
    `UPDATE post
        SET sealed_text = '', sealed_poll = NULL, fingerprint = '', edit_fingerprint = NULL, findings = '[]', media_ids = '{}',
            sealed_decline_reason = CASE WHEN sealed_decline_reason IS NOT NULL THEN ''::bytea END
      WHERE charity_id = $1 AND ${which} AND state IN ${neverOut} AND sealed_text <> ''
     RETURNING post_id AS "postId"`,
    [tx.charityId, value],
  );
  const ids = erased.map(({ postId }) => postId);
  await eraseProposals(tx, ids);
  await eraseNotes(tx, ids);
  return ids;
}
