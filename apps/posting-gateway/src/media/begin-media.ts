import {
  accept,
  type beginMedia,
  type CuratorId,
  type InputOf,
  type MediaId,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayStillWrite } from '../consent/may-still-write.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { chunkBytes, chunkCount, firstMissing } from './chunks.js';
import { forgetAbandonedUploads } from './forget-abandoned-uploads.js';
import { chunksThere, findMedia } from './media-row.js';
import { sealAltText } from './sealed-picture.js';
import { wordsForPictures } from './words-for-pictures.js';

type Input = InputOf<typeof beginMedia>;

/** Begins an upload, or tells where one that was begun with the same id goes on. */
@Injectable()
export class BeginMedia implements Handles<typeof beginMedia> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(input: Input, call: CallContext): Promise<ResultOf<typeof beginMedia>> {
    const { charityId, mediaId, byteLength } = input;
    const curatorId = curatorOf(call);
    return this.database.inCharity(charityId, async (tx) => {
      if (!curatorId) return refuse('notFound');
      if (!(await mayStillWrite(tx, curatorId))) return refuse('consentWithdrawn');
      await forgetAbandonedUploads(tx, this.vault);
      if (await isOneTooMany(tx, curatorId, mediaId)) return refuse('tooManyPictures');
      await this.insert(tx, input, curatorId);
      const media = await findMedia(tx, curatorId, mediaId);
      if (!media || media.sourceBytes !== byteLength) return refuse('badInput', { message: idReused });
      if (media.refusedAs) return refuse('notAPicture', { message: wordsForPictures[media.refusedAs] });
      const isReady = media.state === 'ready';
      const nextIndex = isReady ? chunkCount(byteLength) : firstMissing(await chunksThere(tx, mediaId));
      return accept({ mediaId, chunkBytes, nextIndex });
    });
  }

  private async insert(tx: Tx, { mediaId, byteLength, altText }: Input, curatorId: CuratorId) {
    await tx.query(
      `INSERT INTO media (charity_id, media_id, curator_id, state, source_bytes, sealed_alt_text, described_by)
       VALUES ($1, $2, $3, 'receiving', $4, $5, $6)
       ON CONFLICT (charity_id, media_id) DO NOTHING`,
      [
        tx.charityId,
        mediaId,
        curatorId,
        byteLength,
        await sealAltText(this.vault, tx, mediaId, altText),
        altText === '' ? null : 'author',
      ],
    );
  }
}

/** More than anybody shows in a weekend; each takes up to twenty megabytes while it is made. */
const mostADay = 200;

async function isOneTooMany(tx: Tx, curatorId: CuratorId, mediaId: MediaId): Promise<boolean> {
  const [begun] = await tx.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM media
      WHERE charity_id = $1 AND curator_id = $2 AND media_id <> $3 AND begun_at > baton.now() - interval '1 day'`,
    [tx.charityId, curatorId, mediaId],
  );
  return (begun?.others ?? 0) >= mostADay;
}

const idReused = 'This id was used for a different picture before. Please begin again with a new id.';
