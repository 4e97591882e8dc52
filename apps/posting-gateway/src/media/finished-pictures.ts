import type { PictureToCheck } from '@baton/checks';
import type { CuratorId, MediaId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { openAltText } from './sealed-picture.js';

export interface FinishedPicture extends PictureToCheck {
  readonly mediaId: MediaId;
}

interface Row extends Omit<FinishedPicture, 'altText'> {
  readonly isDescribed: boolean;
  readonly sealedAltText: Buffer;
}

/**
 * Those of a curator's pictures that can go out, in the order asked for. Another curator's, or an unfinished one, is not
 * among them. A picture that waits for the team's description is not described until this transaction ends: a post that is
 * held for it is there to be let go by whoever describes it.
 */
export async function finishedPictures(
  tx: Tx,
  vault: Vault,
  curatorId: CuratorId,
  mediaIds: readonly MediaId[],
): Promise<FinishedPicture[]> {
  if (mediaIds.length === 0) return [];
  const these = `charity_id = $1 AND curator_id = $2 AND media_id = ANY ($3::uuid[]) AND state = 'ready'`;
  const values = [tx.charityId, curatorId, mediaIds];
  await tx.query(
    `SELECT FROM media WHERE ${these} AND description_asked_at IS NOT NULL AND described_by IS NULL FOR SHARE`,
    values,
  );
  const rows = await tx.query<Row>(
    `SELECT media_id AS "mediaId", described_by IS NOT NULL AS "isDescribed", sealed_alt_text AS "sealedAltText",
            described_by IS NULL AND description_asked_at IS NOT NULL AS "waitsForTeam",
            mime_type = 'image/gif' AS "isMoving"
       FROM media WHERE ${these} ORDER BY array_position($3::uuid[], media_id)`,
    values,
  );
  const pictures: FinishedPicture[] = [];
  for (const { mediaId, waitsForTeam, isMoving, isDescribed, sealedAltText } of rows) {
    const altText = isDescribed ? await openAltText(vault, tx, mediaId, sealedAltText) : '';
    pictures.push({ mediaId, altText, waitsForTeam, isMoving });
  }
  return pictures;
}
