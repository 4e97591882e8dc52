import type { MediaId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { openPicture } from './sealed-picture.js';

/** In base64 well below what an answer on the bus may have. */
const pieceBytes = 384 * 1024;

export interface PieceOfPicture {
  readonly piece: string;
  /** Where the next piece begins; null after the last. */
  readonly next: number | null;
}

/** A piece of a clean picture in base64; nothing where there is none. */
export async function pieceOfPicture(
  tx: Tx,
  vault: Vault,
  mediaId: MediaId,
  from: number,
): Promise<PieceOfPicture | undefined> {
  const [row] = await tx.query<{ sealed: Buffer | null }>(
    'SELECT sealed_picture AS sealed FROM media WHERE charity_id = $1 AND media_id = $2',
    [tx.charityId, mediaId],
  );
  if (!row?.sealed) return undefined;
  const picture = await openPicture(vault, tx, mediaId, row.sealed);
  const to = from + pieceBytes;
  return { piece: picture.subarray(from, to).toString('base64'), next: to < picture.length ? to : null };
}
