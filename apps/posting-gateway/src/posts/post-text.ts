import type { PostId, TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';

/**
 * A post's text is sealed at rest: people write about themselves before the checks see it, and what was
 * held or withdrawn should be readable to nobody with a copy of the tables. One key for each takeover,
 * so that forgetting its author is shredding one key.
 */
const ownerOf = (takeoverId: TakeoverId) => `post-author:${takeoverId}`;
const fieldOf = (postId: PostId) => `post-text:${postId}`;

export const sealText = (
  vault: Vault,
  tx: Tx,
  post: { readonly takeoverId: TakeoverId; readonly postId: PostId; readonly text: string },
): Promise<Buffer> => vault.seal(tx, ownerOf(post.takeoverId), fieldOf(post.postId), post.text);

export const openText = (
  vault: Vault,
  tx: Tx,
  row: { readonly takeover_id: TakeoverId; readonly post_id: PostId; readonly sealed_text: Buffer },
): Promise<string> => vault.open(tx, ownerOf(row.takeover_id), fieldOf(row.post_id), row.sealed_text);

/** For showing: empty where it does not open, because one text that is lost must not hide all the others. */
export const textToShow = (
  vault: Vault,
  tx: Tx,
  row: { readonly takeover_id: TakeoverId; readonly post_id: PostId; readonly sealed_text: Buffer },
): Promise<string> => openText(vault, tx, row).catch(() => '');
