import type { CuratorId, MediaId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface FinishedPicture {
  readonly mediaId: MediaId;
  /** Whether it has a description. The description itself stays sealed until it goes to X. */
  readonly isDescribed: boolean;
  /** A GIF, which X takes alone. */
  readonly isMoving: boolean;
}

/** Those of a curator's pictures that can go out. Another curator's, or an unfinished one, is not among them. */
export async function finishedPictures(
  tx: Tx,
  curatorId: CuratorId,
  mediaIds: readonly MediaId[],
): Promise<FinishedPicture[]> {
  return tx.query<FinishedPicture>(
    `SELECT media_id AS "mediaId", is_described AS "isDescribed",
            mime_type = 'image/gif' AS "isMoving" FROM media
      WHERE charity_id = $1 AND curator_id = $2 AND media_id = ANY ($3::uuid[]) AND state = 'ready'`,
    [tx.charityId, curatorId, mediaIds],
  );
}
