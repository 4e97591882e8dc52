import { isHeld } from '@baton/checks';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';

/**
 * What only the switch held waits for its turn again. Where a check found something meanwhile, in an edit or a description,
 * a moderator looks at it; a thread goes as a whole, so its other parts wait with it by themselves.
 */
export async function letHeldGoOn(tx: Tx): Promise<void> {
  const held = await tx.query<PostRow>(
    `SELECT * FROM post WHERE state = 'held' AND held_by_switch ORDER BY sequence FOR UPDATE`,
  );
  const free = held
    .filter(({ findings, awaits_description: awaits }) => !isHeld(findings) && !awaits)
    .map(({ post_id }) => post_id);
  await tx.query(
    `UPDATE post SET state = 'queued', held_by_switch = false, revision = revision + 1 WHERE post_id = ANY($1)`,
    [free],
  );
  await tell(tx, free, 'The account was handed over again, and the team let what it had held go on.');
}
