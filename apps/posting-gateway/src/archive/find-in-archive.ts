import type { CuratorId, MediaId, PostId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** What somebody wants taken out or put back: a picture, a post, or the whole takeover. */
export interface Named {
  readonly takeoverId: TakeoverId;
  readonly postId?: PostId | undefined;
  readonly mediaId?: MediaId | undefined;
}

export const idOf = ({ takeoverId, postId, mediaId }: Named): string => mediaId ?? postId ?? takeoverId;

/** Locks the entry; answers whether it is there, has what is named in it, and is theirs where a curator asks. */
export async function lockInArchive(
  tx: Tx,
  named: Named,
  curatorId: CuratorId | undefined,
): Promise<boolean> {
  const { takeoverId, postId, mediaId } = named;
  const entries = await tx.query(
    `SELECT FROM archive_entry
      WHERE charity_id = $1 AND takeover_id = $2 AND ($3::uuid IS NULL OR curator_id = $3::uuid) FOR UPDATE`,
    [tx.charityId, takeoverId, curatorId ?? null],
  );
  if (entries.length === 0) return false;
  const parts = await tx.query(
    `SELECT FROM archive_post p
       LEFT JOIN archive_picture a ON a.charity_id = p.charity_id AND a.post_id = p.post_id
      WHERE p.charity_id = $1 AND p.takeover_id = $2 AND ($3::uuid IS NULL OR p.post_id = $3::uuid)
        AND ($4::uuid IS NULL OR a.media_id = $4::uuid) LIMIT 1`,
    [tx.charityId, takeoverId, postId ?? null, mediaId ?? null],
  );
  return parts.length > 0;
}

/** By whom it is kept out now. */
export async function whoKeepsOut(tx: Tx, named: Named): Promise<('curator' | 'team')[]> {
  const rows = await tx.query<{ by: 'curator' | 'team' }>(
    `SELECT kept_out_by AS by FROM archive_out
      WHERE charity_id = $1 AND takeover_id = $2 AND what = $3 ORDER BY kept_out_by`,
    [tx.charityId, named.takeoverId, idOf(named)],
  );
  return rows.map(({ by }) => by);
}
