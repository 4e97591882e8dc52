import type { CuratorId, MediaId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface MediaRow {
  readonly curatorId: CuratorId;
  readonly state: 'receiving' | 'ready';
  readonly sourceBytes: number;
  readonly mimeType: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly byteLength: number | null;
}

/** A picture of this curator. Another curator's is not found, so an id tells nothing about whose it is. */
export async function findMedia(
  tx: Tx,
  curatorId: CuratorId | undefined,
  mediaId: MediaId,
): Promise<MediaRow | undefined> {
  const [row] = await tx.query<MediaRow>(
    `SELECT curator_id AS "curatorId", state, source_bytes AS "sourceBytes", mime_type AS "mimeType",
            width, height, byte_length AS "byteLength"
       FROM media WHERE charity_id = $1 AND media_id = $2 AND curator_id = $3`,
    [tx.charityId, mediaId, curatorId],
  );
  return row;
}

/** The chunks that have arrived. */
export async function chunksThere(tx: Tx, mediaId: MediaId): Promise<number[]> {
  const rows = await tx.query<{ index: number }>(
    'SELECT index FROM media_chunk WHERE charity_id = $1 AND media_id = $2',
    [tx.charityId, mediaId],
  );
  return rows.map(({ index }) => index);
}
