import type { PostId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';

/** X allows an account fifty deletions in a quarter of an hour; some are left for the team’s own. */
export const pace = { atOnce: 40, everyMs: 15 * 60 * 1000 };

/** X will be asked to delete these published posts, oldest first and no faster than it allows. Each is queued once. */
export async function queueDeletions(tx: Tx, rows: readonly PostRow[]): Promise<void> {
  const ids = rows.map((row) => row.post_id);
  await tx.query(
    `INSERT INTO deletion (charity_id, post_id, account_id, next_try_at)
     SELECT charity_id, post_id, account_id,
            baton.now() + ((row_number() OVER (PARTITION BY account_id ORDER BY sequence) - 1 + before.count) / $3)
                          * $4 * interval '1 ms'
       FROM post, LATERAL (SELECT count(*) FROM deletion AS d
                            WHERE d.charity_id = $1 AND d.account_id = post.account_id) AS before
      WHERE charity_id = $1 AND post_id = ANY($2)
     ON CONFLICT (charity_id, post_id) DO NOTHING`,
    [tx.charityId, ids, pace.atOnce, pace.everyMs],
  );
  await tell(tx, ids, 'The curator took back their consent: X is asked to delete it.');
}

const asked = {
  author: { priority: 1, words: 'Its author asked X to delete it.' },
  team: { priority: 2, words: 'The team asked X to delete it.' },
} as const;
const stays = 'Answers to it stay on X, and so does what others copied.';
const partsStay = `Only this part goes: the rest of the thread stays. ${stays}`;

/**
 * X is asked to delete this one published post, before any bulk. Answers whether it is new, or more urgent than before;
 * what X has refused stays with the team.
 */
export async function queueDeletion(
  tx: Tx,
  { post_id, account_id }: PostRow,
  { by, isPart }: { readonly by: keyof typeof asked; readonly isPart: boolean },
): Promise<boolean> {
  const { priority, words } = asked[by];
  const queued = await tx.query(
    `INSERT INTO deletion (charity_id, post_id, account_id, next_try_at, priority)
     VALUES ($1, $2, $3, baton.now(), $4)
     ON CONFLICT (charity_id, post_id) DO UPDATE
        SET priority = excluded.priority, next_try_at = least(deletion.next_try_at, excluded.next_try_at)
      WHERE deletion.priority < excluded.priority AND deletion.refused_since IS NULL
     RETURNING 1`,
    [tx.charityId, post_id, account_id, priority],
  );
  if (queued.length === 0) return false;
  await tell(tx, [post_id], `${words} ${isPart ? partsStay : stays}`, by);
  return true;
}

/** What is to become of published posts that somebody wants gone. */
export async function removalsOf(
  tx: Tx,
  postIds: readonly PostId[],
): Promise<ReadonlyMap<PostId, 'asked' | 'byHand'>> {
  const rows = await tx.query<{ postId: PostId; removal: 'asked' | 'byHand' }>(
    `SELECT post_id AS "postId", CASE WHEN refused_since IS NULL THEN 'asked' ELSE 'byHand' END AS removal
       FROM deletion WHERE charity_id = $1 AND post_id = ANY($2)`,
    [tx.charityId, postIds],
  );
  return new Map(rows.map(({ postId, removal }) => [postId, removal]));
}
