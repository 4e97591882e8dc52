import { accept, type InputOf, type ResultOf, type readArchivePicture, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { pieceOfPicture } from '../media/piece-of-picture.js';
import { publicEntries, shownPicture, shownPost } from './public-entries.js';

const pictureAsked = `
  WITH e AS (${publicEntries} AND e.takeover_id = $2)
  SELECT media.mime_type AS "mimeType"
    FROM e JOIN archive_post p ON ${shownPost}
           JOIN archive_picture a ON a.charity_id = p.charity_id AND a.post_id = p.post_id AND ${shownPicture}
           JOIN media ON media.charity_id = a.charity_id AND media.media_id = a.media_id
   WHERE p.charity_id = $1 AND a.media_id = $3 AND media.mime_type IS NOT NULL LIMIT 1`;

/** Our copy of a picture, for as long as its entry and its post are public. */
@Injectable()
export class ReadArchivePicture implements Handles<typeof readArchivePicture> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle({
    charityId,
    takeoverId,
    mediaId,
    from,
  }: InputOf<typeof readArchivePicture>): Promise<ResultOf<typeof readArchivePicture>> {
    return this.database.inCharity(charityId, async (tx) => {
      const [shown] = await tx.query<{ mimeType: string }>(pictureAsked, [charityId, takeoverId, mediaId]);
      if (!shown) return refuse('notFound');
      const read = await pieceOfPicture(tx, this.vault, mediaId, from);
      return read ? accept({ mimeType: shown.mimeType, ...read }) : refuse('notFound');
    });
  }
}
