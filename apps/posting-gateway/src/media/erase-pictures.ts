import type { CuratorId, MediaId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { isInArchive } from '../archive/pictures-in-archive.js';
import { isInDraft } from '../drafts/pictures-in-drafts.js';
import { isInRehearsal } from '../rehearsing/pictures-in-rehearsals.js';
import { shredMedia } from './sealed-picture.js';

/** Erases all pictures of a curator here; on X they stay with their posts. Answers how many. */
export const erasePicturesOf = (tx: Tx, vault: Vault, curatorId: CuratorId): Promise<number> =>
  erase(tx, vault, 'curator_id = $2', curatorId);

/**
 * The same for pictures begun longer ago than this, except those of a draft, a rehearsal or the archive, of a post that may
 * still go or be sought, or of one handed over since: a picture may be prepared long before its post.
 */
export const erasePicturesOlderThan = (tx: Tx, vault: Vault, days: number): Promise<number> =>
  erase(
    tx,
    vault,
    `begun_at < baton.now() - $2 * interval '1 day' AND NOT EXISTS (
       SELECT FROM post WHERE post.charity_id = media.charity_id AND media.media_id = ANY (post.media_ids)
                          AND (post.state IN ('held', 'queued', 'attempting', 'unknown')
                               OR post.accepted_at >= baton.now() - $2 * interval '1 day'))
     AND NOT ${isInDraft} AND NOT ${isInRehearsal} AND NOT ${isInArchive}`,
    days,
  );

async function erase(tx: Tx, vault: Vault, which: string, value: unknown): Promise<number> {
  const erased = await tx.query<{ mediaId: MediaId }>(
    `DELETE FROM media WHERE charity_id = $1 AND ${which} RETURNING media_id AS "mediaId"`,
    [tx.charityId, value],
  );
  for (const { mediaId } of erased) await shredMedia(vault, tx, mediaId);
  return erased.length;
}
