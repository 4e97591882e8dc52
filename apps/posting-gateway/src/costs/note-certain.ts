import type { PostId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** It is known now what became of one more attempt at a locked post: X has that copy, or certainly has not. */
export const noteCertain = (tx: Tx, postId: PostId): Promise<unknown> =>
  tx.query(
    'UPDATE post SET unsure_attempts = greatest(unsure_attempts - 1, 0) WHERE charity_id = $1 AND post_id = $2',
    [tx.charityId, postId],
  );
