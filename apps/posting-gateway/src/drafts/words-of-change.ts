import type { CuratorId, PostContent, PostId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { findPost } from '../posts/post-row.js';
import { draftOfChange } from './derived-draft-id.js';
import type { RefusedWords } from './keep-refused-words.js';

/** New words for posts that are here already, as a draft: what they would have changed stays as it is. */
export async function wordsOfChange(
  tx: Tx,
  curatorId: CuratorId,
  {
    postId,
    parts,
    timedFor,
  }: {
    readonly postId: PostId;
    readonly parts: readonly PostContent[];
    /** Undefined: as it was. */
    readonly timedFor?: string | null | undefined;
  },
): Promise<RefusedWords | undefined> {
  const row = await findPost(tx, postId);
  if (row?.curator_id !== curatorId || !row.takeover_id || parts.length === 0) return undefined;
  return {
    ...{ draftId: draftOfChange(postId), takeoverId: row.takeover_id, postId },
    content: {
      posts: parts.map(({ text, mediaIds, poll }) => ({ text, mediaIds, poll })),
      replySettings: row.reply_settings,
      timedFor: timedFor === undefined ? (row.timed_for?.toISOString() ?? null) : timedFor,
      inReplyTo: row.position === 1 ? row.mention_id : null,
      quoteOf: null,
    },
  };
}
