import type { CuratorId, MadeUpMessageName, MediaId, PostId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { RehearsalRow } from './rehearsal-row.js';

export interface NewRehearsed {
  readonly postId: PostId;
  readonly curatorId: CuratorId;
  readonly threadId: PostId;
  readonly position: number;
  readonly answers: MadeUpMessageName | null;
  readonly fate: RehearsalRow['fate'];
  readonly fingerprint: Buffer;
  readonly mediaIds: readonly MediaId[];
  readonly acceptedAt: Date;
  readonly dueAt: Date | null;
  readonly sealedContent: Buffer;
}

/** Where a rehearsal is written down, and nowhere else: no lane is woken, and no table is touched that X is served from. */
export async function storeRehearsed(tx: Tx, posts: readonly NewRehearsed[]): Promise<RehearsalRow[]> {
  const stored: RehearsalRow[] = [];
  for (const post of posts) {
    const rows = await tx.query<RehearsalRow>(
      `INSERT INTO rehearsal_post (charity_id, curator_id, post_id, thread_id, position, answers, fate, fingerprint,
                                   media_ids, accepted_at, due_at, sealed_content)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING *`,
      [
        ...[tx.charityId, post.curatorId, post.postId, post.threadId, post.position, post.answers, post.fate],
        ...[post.fingerprint, post.mediaIds, post.acceptedAt, post.dueAt, post.sealedContent],
      ],
    );
    stored.push(...rows);
  }
  return stored;
}
