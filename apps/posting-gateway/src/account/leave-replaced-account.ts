import type { AccountId, PostId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { holdPosts } from '../posts/hold-posts.js';
import { backToUnknown, mayBeOutFromBefore } from '../posts/may-be-out.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { decideInheritance, type Inheritance } from './decide-inheritance.js';

interface LeftPost extends PostRow {
  readonly answers_on_former: boolean;
}

const left = `
  SELECT post.*,
         reply_to_x_post_id IS NOT NULL
         OR EXISTS (SELECT FROM post AS part
                     WHERE part.charity_id = post.charity_id AND part.thread_id = post.thread_id
                       AND part.state IN ('published', 'deleted', 'attempting', 'unknown')) AS answers_on_former
    FROM post
   WHERE charity_id = $1 AND account_id = $2 AND state IN ('queued', 'held')
   ORDER BY sequence FOR UPDATE OF post`;

/** Another account took the place of this one, whose lane is locked: each post that waits for it is dealt with, once. */
export async function leaveReplacedAccount(tx: Tx, accountId: AccountId): Promise<void> {
  const rows = await tx.query<LeftPost>(left, [tx.charityId, accountId]);
  const that = (fate: Inheritance): PostRow[] =>
    rows.filter((row) => {
      const answersOnFormer = row.answers_on_former;
      return decideInheritance({ mayBeOut: mayBeOutFromBefore(row), answersOnFormer }) === fate;
    });
  await backToUnknown(tx, that('unknown'), 'Not sent again: another X account was connected.');
  await end(tx, that('end'));
  await askTeam(tx, that('askTeam'));
}

async function end(tx: Tx, rows: readonly PostRow[]): Promise<void> {
  await tx.query(`UPDATE post SET state = 'withdrawn' WHERE post_id = ANY($1)`, [idsOf(rows)]);
  await tell(
    tx,
    idsOf(rows),
    'Not sent: it answers something on the X account that was connected before. Your words are kept here.',
  );
}

const why =
  'Held: another X account was connected meanwhile. The team looks whether this should go out there.';

/** An earlier yes was to the other account. */
async function askTeam(tx: Tx, rows: readonly PostRow[]): Promise<void> {
  await tx.query(
    `UPDATE post SET approved = false, retry_at = NULL,
                     account_id = (SELECT account_id FROM account WHERE charity_id = $1 AND state <> 'replaced')
      WHERE charity_id = $1 AND post_id = ANY($2)`,
    [tx.charityId, idsOf(rows)],
  );
  const isHeld = ({ state }: PostRow) => state === 'held';
  await tell(tx, idsOf(rows.filter(isHeld)), why);
  await holdPosts(
    tx,
    rows.filter((row) => !isHeld(row)),
    why,
  );
}

const idsOf = (rows: readonly PostRow[]): PostId[] => rows.map((row) => row.post_id);
