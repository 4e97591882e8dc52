import {
  accept,
  type CharityId,
  type CuratorId,
  type finishMedia,
  type InputOf,
  type MediaId,
  type OutputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';
import { chunkCount } from './chunks.js';
import { type CleanPicture, cleanPicture } from './clean-picture.js';
import { findMedia, lockMedia, type MediaRow } from './media-row.js';
import { openChunk, sealPicture, shredSource } from './sealed-picture.js';
import { wordsForPictures } from './words-for-pictures.js';

type Finished = ResultOf<typeof finishMedia>;
type Received = { readonly source: Buffer } | { readonly answer: Finished };

/**
 * Makes a picture of what was sent, with no transaction open meanwhile, then keeps only the picture: the
 * chunks are deleted and their key is shredded. Finishing again gives the same answer.
 */
@Injectable()
export class FinishMedia implements Handles<typeof finishMedia> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  async handle({ charityId, mediaId }: InputOf<typeof finishMedia>, call: CallContext): Promise<Finished> {
    const curatorId = curatorOf(call);
    const received = await this.database.inCharity(charityId, (tx) => this.receive(tx, curatorId, mediaId));
    if ('answer' in received) return received.answer;
    const cleaned = await cleanPicture(received.source);
    if ('notAPicture' in cleaned) {
      return refuse('notAPicture', { message: wordsForPictures[cleaned.notAPicture] });
    }
    return this.keep(charityId, curatorId, mediaId, cleaned.clean);
  }

  private async receive(tx: Tx, curatorId: CuratorId | undefined, mediaId: MediaId): Promise<Received> {
    const media = await findMedia(tx, curatorId, mediaId);
    if (!media) return { answer: refuse('notFound') };
    if (media.state === 'ready') return { answer: accept(describe(mediaId, media)) };
    const chunks = await tx.query<{ index: number; sealed: Buffer }>(
      'SELECT index, sealed FROM media_chunk WHERE charity_id = $1 AND media_id = $2 ORDER BY index',
      [tx.charityId, mediaId],
    );
    if (chunks.length < chunkCount(media.sourceBytes)) return { answer: refuse('incomplete') };
    const opened: Buffer[] = [];
    for (const { index, sealed } of chunks)
      opened.push(await openChunk(this.vault, tx, mediaId, index, sealed));
    return { source: Buffer.concat(opened) };
  }

  private keep(
    charityId: CharityId,
    curatorId: CuratorId | undefined,
    mediaId: MediaId,
    { bytes, mimeType, width, height }: CleanPicture,
  ): Promise<Finished> {
    return this.database.inCharity(charityId, async (tx) => {
      const found = await lockMedia(tx, curatorId, mediaId);
      if (!found) return refuse('notFound');
      if (found.state === 'ready') return accept(describe(mediaId, found));
      await tx.query(
        `UPDATE media SET state = 'ready', mime_type = $3, width = $4, height = $5, byte_length = $6,
                sealed_picture = $7
          WHERE charity_id = $1 AND media_id = $2`,
        [
          charityId,
          mediaId,
          mimeType,
          width,
          height,
          bytes.length,
          await sealPicture(this.vault, tx, mediaId, bytes),
        ],
      );
      await tx.query('DELETE FROM media_chunk WHERE charity_id = $1 AND media_id = $2', [charityId, mediaId]);
      await shredSource(this.vault, tx, mediaId);
      const media = await findMedia(tx, curatorId, mediaId);
      return media ? accept(describe(mediaId, media)) : refuse('notFound');
    });
  }
}

function describe(
  mediaId: MediaId,
  { mimeType, width, height, byteLength }: MediaRow,
): OutputOf<typeof finishMedia> {
  if (mimeType === null || width === null || height === null || byteLength === null) {
    throw new Error('a picture is called ready and is not');
  }
  return { mediaId, mimeType, width, height, byteLength };
}
