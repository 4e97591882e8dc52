import { createHash } from 'node:crypto';
import type { PostId, TakeoverId } from '@baton/contracts';
import type { KindByCharity } from './queue-charity-post.js';

/** An arbitrary UUID that sets these names apart from all others. */
const namespace = Buffer.from('5b1d0c0e8f6a4c0b9a53f2f7d3e6a911', 'hex');

/**
 * The id of what the charity says about a takeover: the same however often the fact that calls for it is
 * heard, so the post exists once. A name-based UUID (RFC 9562, version 5).
 */
export function charityPostId(takeoverId: TakeoverId, kind: KindByCharity): PostId {
  const digest = createHash('sha1').update(namespace).update(`${takeoverId}:${kind}`).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return groups.join('-') as string as PostId;
}
