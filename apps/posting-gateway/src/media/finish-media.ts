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
import { type Cleaning, cleanPicture } from './clean-picture.js';
import { findMedia, lockMedia, type MediaRow, requireReady } from './media-row.js';
import { openChunk, sealPicture, shredSource } from './sealed-picture.js';
import { TakeTurns } from './take-turns.js';
import { wordsForPictures } from './words-for-pictures.js';

type Finished = ResultOf<typeof finishMedia>;
type Received = { readonly source: Buffer } | { readonly answer: Finished };

/**
 * Makes a picture of what was sent, with no transaction open meanwhile, then keeps only the picture, or only that it is
 * none: the chunks are deleted and their key is shredded. Finishing again gives the same answer.
 */
@Injectable()
export class FinishMedia implements Handles<typeof finishMedia> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(TakeTurns) private readonly turns: TakeTurns,
  ) {}

  async handle({ charityId, mediaId }: InputOf<typeof finishMedia>, call: CallContext): Promise<Finished> {
    const curatorId = curatorOf(call);
    if (!curatorId) return refuse('notFound');
    const finished = await this.turns.of(curatorId, () => this.finish(charityId, curatorId, mediaId));
    return finished === 'busy' ? refuse('busy') : finished;
  }

  private async finish(charityId: CharityId, curatorId: CuratorId, mediaId: MediaId): Promise<Finished> {
    const received = await this.database.inCharity(charityId, (tx) => this.receive(tx, curatorId, mediaId));
    if ('answer' in received) return received.answer;
    const cleaning = await cleanPicture(received.source);
    const kept = await this.database.inCharity(charityId, (tx) =>
      this.keep(tx, curatorId, mediaId, cleaning),
    );
    return kept ? answerOf(kept) : refuse('notFound');
  }

  private async receive(tx: Tx, curatorId: CuratorId, mediaId: MediaId): Promise<Received> {
    const media = await findMedia(tx, curatorId, mediaId);
    if (!media) return { answer: refuse('notFound') };
    if (media.state !== 'receiving') return { answer: answerOf(media) };
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

  /** Of two who finish it at once, the first is kept. */
  private async keep(
    tx: Tx,
    curatorId: CuratorId,
    mediaId: MediaId,
    cleaning: Cleaning,
  ): Promise<MediaRow | undefined> {
    const found = await lockMedia(tx, curatorId, mediaId);
    if (found?.state !== 'receiving') return found;
    await this.write(tx, mediaId, cleaning);
    await tx.query('DELETE FROM media_chunk WHERE charity_id = $1 AND media_id = $2', [
      tx.charityId,
      mediaId,
    ]);
    await shredSource(this.vault, tx, mediaId);
    return findMedia(tx, curatorId, mediaId);
  }

  private async write(tx: Tx, mediaId: MediaId, cleaning: Cleaning): Promise<void> {
    const here = [tx.charityId, mediaId];
    if ('notAPicture' in cleaning) {
      await tx.query(
        `UPDATE media SET state = 'refused', refused_as = $3 WHERE charity_id = $1 AND media_id = $2`,
        [...here, cleaning.notAPicture],
      );
      return;
    }
    const { bytes, mimeType, width, height } = cleaning.clean;
    const sealed = await sealPicture(this.vault, tx, mediaId, bytes);
    await tx.query(
      `UPDATE media SET state = 'ready', mime_type = $3, width = $4, height = $5, byte_length = $6, sealed_picture = $7
        WHERE charity_id = $1 AND media_id = $2`,
      [...here, mimeType, width, height, bytes.length, sealed],
    );
  }
}

function answerOf(media: MediaRow): Finished {
  if (media.refusedAs) return refuse('notAPicture', { message: wordsForPictures[media.refusedAs] });
  return accept(describe(media));
}

function describe(media: MediaRow): OutputOf<typeof finishMedia> {
  const { mediaId, mimeType, width, height, byteLength } = requireReady(media);
  return { mediaId, mimeType, width, height, byteLength };
}
