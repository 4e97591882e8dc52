import type { CuratorId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { shredRehearsal } from './sealed-rehearsal.js';

/** No charity keeps a rehearsal longer, however long it keeps drafts. */
const longestDays = 90;

/** Everything they tried is unreadable, in every copy of the tables. What was said of their preparing stays said. */
export async function eraseRehearsalOf(tx: Tx, vault: Vault, curatorId: CuratorId): Promise<void> {
  await tx.query('DELETE FROM rehearsal WHERE charity_id = $1 AND curator_id = $2', [
    tx.charityId,
    curatorId,
  ]);
  await shredRehearsal(vault, tx, curatorId);
}

/** Each post so long after it was tried; the key goes with the last of them. Answers how many posts. */
export async function eraseRehearsalsOlderThan(tx: Tx, vault: Vault, days: number): Promise<number> {
  const keptDays = Math.min(days, longestDays);
  const old = `baton.now() - $2 * interval '1 day'`;
  const posts = await tx.query(
    `DELETE FROM rehearsal_post WHERE charity_id = $1 AND accepted_at < ${old} RETURNING post_id`,
    [tx.charityId, keptDays],
  );
  const over = await tx.query<{ curatorId: CuratorId }>(
    `DELETE FROM rehearsal WHERE charity_id = $1 AND touched_at < ${old}
        AND NOT EXISTS (SELECT FROM rehearsal_post AS post
                         WHERE post.charity_id = rehearsal.charity_id AND post.curator_id = rehearsal.curator_id)
     RETURNING curator_id AS "curatorId"`,
    [tx.charityId, keptDays],
  );
  for (const { curatorId } of over) await shredRehearsal(vault, tx, curatorId);
  return posts.length;
}

/** That they rehearsed and prepared, once they have left. */
export const forgetPrepared = (tx: Tx, curatorId: CuratorId): Promise<unknown> =>
  tx.query('DELETE FROM curator_prepared WHERE charity_id = $1 AND curator_id = $2', [
    tx.charityId,
    curatorId,
  ]);
