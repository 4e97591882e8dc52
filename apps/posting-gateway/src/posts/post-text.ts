import {
  type Poll,
  Poll as PollSchema,
  type PostId,
  type PostNoteId,
  type TakeoverId,
} from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { PostRow } from './post-row.js';

/**
 * A post's text is sealed at rest: people write about themselves before the checks see it, and what was
 * held or withdrawn should be readable to nobody with a copy of the tables. One key for each takeover,
 * so that forgetting its author is shredding one key; and one for what the charity says of its own.
 */
const ownerOf = (takeoverId: TakeoverId | null) =>
  takeoverId === null ? 'post-author:charity' : `post-author:${takeoverId}`;
const fieldOf = (postId: PostId) => `post-text:${postId}`;
const pollFieldOf = (postId: PostId) => `post-poll:${postId}`;
const reasonFieldOf = (postId: PostId) => `decline-reason:${postId}`;

export const sealText = (
  vault: Vault,
  tx: Tx,
  post: { readonly takeoverId: TakeoverId | null; readonly postId: PostId; readonly text: string },
): Promise<Buffer> => vault.seal(tx, ownerOf(post.takeoverId), fieldOf(post.postId), post.text);

export const openText = (
  vault: Vault,
  tx: Tx,
  row: { readonly takeover_id: TakeoverId | null; readonly post_id: PostId; readonly sealed_text: Buffer },
): Promise<string> => vault.open(tx, ownerOf(row.takeover_id), fieldOf(row.post_id), row.sealed_text);

/** A poll's options are a person's words too. */
export const sealPoll = async (
  vault: Vault,
  tx: Tx,
  post: { readonly takeoverId: TakeoverId | null; readonly postId: PostId; readonly poll: Poll | null },
): Promise<Buffer | null> =>
  post.poll && vault.seal(tx, ownerOf(post.takeoverId), pollFieldOf(post.postId), JSON.stringify(post.poll));

export const openPoll = async (
  vault: Vault,
  tx: Tx,
  row: Pick<PostRow, 'takeover_id' | 'post_id' | 'sealed_poll'>,
): Promise<Poll | null> =>
  row.sealed_poll && row.sealed_poll.length > 0
    ? PollSchema.parse(
        JSON.parse(await vault.open(tx, ownerOf(row.takeover_id), pollFieldOf(row.post_id), row.sealed_poll)),
      )
    : null;

/** After this nothing that the takeover’s author typed can be read here any more, by anybody. */
export const shredWords = (vault: Vault, tx: Tx, takeoverId: TakeoverId): Promise<void> =>
  vault.shred(tx, ownerOf(takeoverId));

/** For showing: empty where it does not open, because one text that is lost must not hide all the others. */
export const textToShow = (
  vault: Vault,
  tx: Tx,
  row: { readonly takeover_id: TakeoverId | null; readonly post_id: PostId; readonly sealed_text: Buffer },
): Promise<string> => openText(vault, tx, row).catch(() => '');

/** The same of a poll. */
export const pollToShow = (
  vault: Vault,
  tx: Tx,
  row: Pick<PostRow, 'takeover_id' | 'post_id' | 'sealed_poll'>,
): Promise<Poll | null> => openPoll(vault, tx, row).catch(() => null);

/** Moderators quote what an author typed, so a reason is sealed with the author's words and goes with them. */
export const sealDeclineReason = (
  vault: Vault,
  tx: Tx,
  { takeover_id: takeoverId, post_id: postId }: Pick<PostRow, 'takeover_id' | 'post_id'>,
  reason: string,
): Promise<Buffer> => vault.seal(tx, ownerOf(takeoverId), reasonFieldOf(postId), reason);

/** Null where nothing was declined; empty where it does not open any more, as with the text. */
export const declineReasonToShow = async (
  vault: Vault,
  tx: Tx,
  row: Pick<PostRow, 'takeover_id' | 'post_id' | 'sealed_decline_reason'>,
): Promise<string | null> =>
  row.sealed_decline_reason &&
  vault
    .open(tx, ownerOf(row.takeover_id), reasonFieldOf(row.post_id), row.sealed_decline_reason)
    .catch(() => '');

/** So do the team's notes about a post. */
const noteFieldOf = (noteId: PostNoteId) => `post-note:${noteId}`;

export const sealNote = (
  vault: Vault,
  tx: Tx,
  { takeover_id: takeoverId }: Pick<PostRow, 'takeover_id'>,
  noteId: PostNoteId,
  words: string,
): Promise<Buffer> => vault.seal(tx, ownerOf(takeoverId), noteFieldOf(noteId), words);

/** Empty where it does not open any more, as with the text. */
export const openNote = (
  vault: Vault,
  tx: Tx,
  { takeover_id: takeoverId }: Pick<PostRow, 'takeover_id'>,
  noteId: PostNoteId,
  sealed: Buffer,
): Promise<string> => vault.open(tx, ownerOf(takeoverId), noteFieldOf(noteId), sealed).catch(() => '');

/** What the team suggests instead quotes what an author typed, too. */
const proposedFieldOf = (postId: PostId, field: 'text' | 'note') => `proposed-${field}:${postId}`;

export const sealProposed = (
  vault: Vault,
  tx: Tx,
  { takeover_id: takeoverId, post_id: postId }: Pick<PostRow, 'takeover_id' | 'post_id'>,
  field: 'text' | 'note',
  words: string,
): Promise<Buffer> => vault.seal(tx, ownerOf(takeoverId), proposedFieldOf(postId, field), words);

/** Empty where it does not open any more, as with the text. */
export const openProposed = (
  vault: Vault,
  tx: Tx,
  { takeover_id: takeoverId, post_id: postId }: Pick<PostRow, 'takeover_id' | 'post_id'>,
  field: 'text' | 'note',
  sealed: Buffer,
): Promise<string> =>
  vault.open(tx, ownerOf(takeoverId), proposedFieldOf(postId, field), sealed).catch(() => '');

/** Why the team keeps something out of the archive may quote its author too. */
const outFieldOf = (what: string) => `archive-out:${what}`;

export const sealArchiveReason = (
  vault: Vault,
  tx: Tx,
  takeoverId: TakeoverId,
  what: string,
  words: string,
): Promise<Buffer> => vault.seal(tx, ownerOf(takeoverId), outFieldOf(what), words);

/** Null where it does not open any more. */
export const openArchiveReason = (
  vault: Vault,
  tx: Tx,
  { takeoverId, what, sealed }: { takeoverId: TakeoverId; what: string; sealed: Buffer },
): Promise<string | null> => vault.open(tx, ownerOf(takeoverId), outFieldOf(what), sealed).catch(() => null);
