import type { PostId } from '@baton/contracts';
import type { CallContext } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { curatorOf } from '../takeovers/curator-of.js';
import { findPost, type PostRow } from './post-row.js';

/** A post, if the caller may know of it: of the charity's own a curator is told nothing, not even that they are there. */
export async function findPostFor(tx: Tx, postId: PostId, call: CallContext): Promise<PostRow | undefined> {
  const row = await findPost(tx, postId);
  return row?.takeover_id === null && curatorOf(call) ? undefined : row;
}
