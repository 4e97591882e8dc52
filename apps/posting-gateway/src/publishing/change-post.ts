import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';

/** Writes a locked post anew, and answers it as it is then. */
export async function changePost(
  tx: Tx,
  { post_id }: PostRow,
  set: string,
  values: readonly unknown[],
): Promise<PostRow> {
  const [row] = await tx.query<PostRow>(`UPDATE post SET ${set} WHERE post_id = $1 RETURNING *`, [
    post_id,
    ...values,
  ]);
  if (!row) throw new Error('a locked post is gone');
  return row;
}
