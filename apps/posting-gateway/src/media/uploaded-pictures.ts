import type { AccountId, CharityId, MediaId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { noteCost } from '../costs/note-costs.js';
import { type PictureForX, type UploadedPicture, uploadPicture } from '../x/upload-picture.js';
import type { PreparedPost, PublishOutcome, PublishRequest } from '../x/x-account.js';
import { XFailure } from '../x/x-failure.js';
import { XWire } from '../x/x-wire.js';
import { openAltText, openPicture } from './sealed-picture.js';

/** A post may wait a little between this and its going out. */
const goodForMs = 10 * 60 * 1000;

interface ReadyRow {
  readonly xMediaId: string | null;
  readonly mimeType: string;
  readonly sealedPicture: Buffer;
  readonly sealedAltText: Buffer;
}

interface PictureToUpload extends PictureForX {
  readonly sealedAltText: Buffer;
}

type ReadyPicture = { readonly xMediaId: string } | PictureToUpload;

/** Pictures as X knows them. X's name for one is kept while it lasts, so that a retry uploads nothing twice. */
@Injectable()
export class UploadedPictures {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(XWire) private readonly wire: XWire,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  /** X's media ids, in order; uploads what X does not have. Throws an `XFailure` where X or the network fails. */
  async onX(
    charityId: CharityId,
    accountId: AccountId,
    accessToken: string,
    { mediaIds, takeoverId = null }: Pick<PublishRequest, 'mediaIds' | 'takeoverId'>,
  ): Promise<Pick<PreparedPost, 'xMediaIds' | 'hasOldUploads'>> {
    const xMediaIds: string[] = [];
    let hasOldUploads = false;
    for (const mediaId of mediaIds) {
      const picture = await this.database.inCharity(charityId, (tx) => this.read(tx, accountId, mediaId));
      if ('xMediaId' in picture) {
        xMediaIds.push(picture.xMediaId);
        hasOldUploads = true;
        continue;
      }
      const uploaded = await uploadPicture(this.wire, accessToken, picture);
      await this.database.inCharity(charityId, async (tx) => {
        await remember(tx, accountId, mediaId, picture, uploaded);
        const upload = { accountId, takeoverId, kind: 'media', units: 1 } as const;
        await noteCost(tx, this.config.X_PRICES, upload);
      });
      xMediaIds.push(uploaded.xMediaId);
    }
    return { xMediaIds, hasOldUploads };
  }

  /**
   * X says no to a picture it has forgotten as to one it does not like. The first can be given again; whatever X says no to
   * right after it got it is refused.
   */
  async orGiveAgain(
    { charityId, xMediaIds, hasOldUploads }: PreparedPost,
    outcome: PublishOutcome,
  ): Promise<PublishOutcome> {
    const isMedia = outcome.outcome === 'rejected' && outcome.reason === 'mediaRefused';
    if (!isMedia || !hasOldUploads) return outcome;
    await this.database.inCharity(charityId, (tx) =>
      tx.query('UPDATE media SET x_media_id = NULL WHERE charity_id = $1 AND x_media_id = ANY ($2)', [
        charityId,
        xMediaIds,
      ]),
    );
    return { outcome: 'retryAt', at: new Date(), because: 'pictureForgotten' };
  }

  private async read(tx: Tx, accountId: AccountId, mediaId: MediaId): Promise<ReadyPicture> {
    const [row] = await tx.query<ReadyRow>(
      `SELECT CASE WHEN x_account_id = $3 AND x_expires_at > baton.now() + $4 * interval '1 ms'
                   THEN x_media_id END AS "xMediaId",
              mime_type AS "mimeType", sealed_picture AS "sealedPicture", sealed_alt_text AS "sealedAltText"
         FROM media WHERE charity_id = $1 AND media_id = $2 AND state = 'ready'`,
      [tx.charityId, mediaId, accountId, goodForMs],
    );
    if (!row) throw new XFailure({ kind: 'refused', status: 422, says: 'media: this picture is not there' });
    if (row.xMediaId !== null) return { xMediaId: row.xMediaId };
    return {
      mimeType: row.mimeType,
      bytes: await openPicture(this.vault, tx, mediaId, row.sealedPicture),
      altText: await openAltText(this.vault, tx, mediaId, row.sealedAltText),
      sealedAltText: row.sealedAltText,
    };
  }
}

/** Not where it was described anew meanwhile: X has the old description. */
async function remember(
  tx: Tx,
  accountId: AccountId,
  mediaId: MediaId,
  { sealedAltText }: PictureToUpload,
  { xMediaId, expiresInMs }: UploadedPicture,
): Promise<void> {
  await tx.query(
    `UPDATE media SET x_media_id = $3, x_account_id = $4, x_expires_at = baton.now() + $5 * interval '1 ms'
      WHERE charity_id = $1 AND media_id = $2 AND sealed_alt_text = $6`,
    [tx.charityId, mediaId, xMediaId, accountId, expiresInMs, sealedAltText],
  );
}
