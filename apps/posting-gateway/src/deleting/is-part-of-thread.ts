import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';

export async function isPartOfThread(tx: Tx, { thread_id }: PostRow): Promise<boolean> {
  const parts = await tx.query('SELECT 1 FROM post WHERE charity_id = $1 AND thread_id = $2 LIMIT 2', [
    tx.charityId,
    thread_id,
  ]);
  return parts.length > 1;
}
