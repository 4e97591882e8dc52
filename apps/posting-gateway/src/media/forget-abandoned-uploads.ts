import type { MediaId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { isInDraft } from '../drafts/pictures-in-drafts.js';
import { shredMedia } from './sealed-picture.js';

/** Long enough to resume after a night without a connection. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

/**
 * What was sent and never finished, or is no picture, may say where its owner lives. Done whenever somebody
 * begins an upload, and once a day. One that a draft waits for is not abandoned.
 */
export async function forgetAbandonedUploads(tx: Tx, vault: Vault): Promise<void> {
  const abandoned = await tx.query<{ mediaId: MediaId }>(
    `DELETE FROM media
      WHERE charity_id = $1 AND state <> 'ready' AND begun_at < baton.now() - $2 * interval '1 ms'
        AND NOT (state = 'receiving' AND ${isInDraft})
     RETURNING media_id AS "mediaId"`,
    [tx.charityId, abandonedAfterMs],
  );
  for (const { mediaId } of abandoned) await shredMedia(vault, tx, mediaId);
}
