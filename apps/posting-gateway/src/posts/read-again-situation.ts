import type { PostContent, PostId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { PostRow } from './post-row.js';
import { readSubmitSituation } from './read-submit-situation.js';

/** What the decision about words that are changed or sent again looks at: the same as about words that are new. */
export async function readAgainSituation(
  tx: Tx,
  vault: Vault,
  row: PostRow,
  wanted: {
    readonly posts: readonly ({ readonly postId: PostId } & PostContent)[];
    /** Undefined: as it was. */
    readonly timedFor: string | null | undefined;
  },
): ReturnType<typeof readSubmitSituation> {
  if (!row.curator_id || !row.takeover_id) throw new Error('only a curator’s posts are changed');
  const timedFor = wanted.timedFor === undefined ? row.timed_for?.toISOString() : wanted.timedFor;
  const { situation, surroundings } = await readSubmitSituation(
    tx,
    vault,
    {
      ...{ charityId: tx.charityId, takeoverId: row.takeover_id, replySettings: row.reply_settings },
      ...{ posts: [...wanted.posts], timedFor: timedFor ?? undefined },
    },
    row.curator_id,
  );
  // A thread goes on where it began: not on an account that was connected since.
  const account = situation.account?.accountId === row.account_id ? situation.account : undefined;
  return { situation: { ...situation, account }, surroundings };
}
