import type { Caller, MediaId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { hiddenFrom } from '../review/distressing.js';

/** A picture goes with the words beside it: while a post is hidden from its reader, so is what it shows and how that is described. */
export async function isBehindHardWords(tx: Tx, mediaId: MediaId, reader: Caller): Promise<boolean> {
  if (reader.kind !== 'staff') return false;
  const posts = await tx.query<PostRow>(
    'SELECT post_id, edition, findings FROM post WHERE charity_id = $1 AND $2 = ANY (media_ids)',
    [tx.charityId, mediaId],
  );
  return (await hiddenFrom(tx, reader, posts)).size > 0;
}
