import type {
  Caller,
  CuratorId,
  closeFollowUp,
  FollowUpId,
  FollowUpOutcome,
  MemberId,
  OutputOf,
  PostId,
  Severity,
  TakeoverId,
} from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { presentPosts } from '../posts/present-posts.js';

export interface FollowUpRow {
  readonly followUpId: FollowUpId;
  /** Null: it was in a rehearsal. */
  readonly takeoverId: TakeoverId | null;
  readonly curatorId: CuratorId;
  readonly postId: PostId | null;
  readonly severity: Severity;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closedBy: MemberId | null;
  readonly outcome: FollowUpOutcome | null;
  readonly sealedNote: Buffer | null;
}

export const followUpColumns = `
  follow_up_id AS "followUpId", takeover_id AS "takeoverId", curator_id AS "curatorId", post_id AS "postId", severity,
  opened_at AS "openedAt", closed_at AS "closedAt", closed_by AS "closedBy", outcome, sealed_note AS "sealedNote"`;

/** Notes are about a person in need: each sealed under a key of its own. */
const ownerOf = (followUpId: FollowUpId): string => `follow-up:${followUpId}`;

export const sealNote = (vault: Vault, tx: Tx, followUpId: FollowUpId, note: string): Promise<Buffer> =>
  vault.seal(tx, ownerOf(followUpId), 'note', note);

export const openFollowUpNote = (
  vault: Vault,
  tx: Tx,
  followUpId: FollowUpId,
  sealed: Buffer,
): Promise<string> => vault.open(tx, ownerOf(followUpId), 'note', sealed);

export async function presentFollowUps(
  tx: Tx,
  vault: Vault,
  rows: readonly FollowUpRow[],
  reader: Caller,
): Promise<OutputOf<typeof closeFollowUp>[]> {
  const posts = await tx.query<PostRow>('SELECT * FROM post WHERE charity_id = $1 AND post_id = ANY($2)', [
    tx.charityId,
    rows.flatMap(({ postId }) => postId ?? []),
  ]);
  const shown = new Map((await presentPosts(tx, vault, posts, reader)).map((post) => [post.postId, post]));
  const presented = [];
  for (const { postId, openedAt, closedAt, closedBy, outcome, sealedNote, ...row } of rows) {
    const note = sealedNote
      ? await openFollowUpNote(vault, tx, row.followUpId, sealedNote).catch(() => '')
      : '';
    presented.push({
      ...row,
      post: (postId && shown.get(postId)) ?? null,
      openedAt: openedAt.toISOString(),
      closed:
        closedAt && closedBy && outcome ? { at: closedAt.toISOString(), by: closedBy, outcome, note } : null,
    });
  }
  return presented;
}
