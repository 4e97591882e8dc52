import type { PostId, TakeoverId } from '@baton/contracts';
import { nameBasedId } from '@baton/service-kit';
import type { KindByCharity } from './queue-charity-post.js';

/** An arbitrary UUID that sets these names apart from all others. */
const namespace = '5b1d0c0e8f6a4c0b9a53f2f7d3e6a911';

/**
 * The id of what the charity says about a takeover: the same however often the fact that calls for it is
 * heard, so the post exists once.
 */
export function charityPostId(takeoverId: TakeoverId, kind: KindByCharity): PostId {
  return nameBasedId(namespace, `${takeoverId}:${kind}`);
}
