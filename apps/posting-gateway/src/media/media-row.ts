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
  lock: '' | 'FOR UPDATE' = '',
): Promise<MediaRow | undefined> {
  const [row] = await tx.query<MediaRow>(
    `SELECT curator_id AS "curatorId", state, source_bytes AS "sourceBytes", mime_type AS "mimeType",
            width, height, byte_length AS "byteLength"
       FROM media WHERE charity_id = $1 AND media_id = $2 AND curator_id = $3 ${lock}`,
    [tx.charityId, mediaId, curatorId],
  );
  return row;
}

/**
 * The same, and nobody else changes it until this transaction ends. Whoever writes or deletes chunks locks
 * first: a chunk that arrives while the picture is finished would otherwise outlive it.
 */
export const lockMedia = (tx: Tx, curatorId: CuratorId | undefined, mediaId: MediaId) =>
  findMedia(tx, curatorId, mediaId, 'FOR UPDATE');

/** The chunks that have arrived. */
export async function chunksThere(tx: Tx, mediaId: MediaId): Promise<number[]> {
  const rows = await tx.query<{ index: number }>(
    'SELECT index FROM media_chunk WHERE charity_id = $1 AND media_id = $2',
    [tx.charityId, mediaId],
  );
  return rows.map(({ index }) => index);
}
