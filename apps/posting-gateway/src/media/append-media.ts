import { accept, type appendMedia, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';
import { firstMissing, lengthOfChunk } from './chunks.js';
import { chunksThere, lockMedia } from './media-row.js';
import { sealChunk } from './sealed-picture.js';

/** Keeps one chunk, sealed. A chunk that is there already stays as it is. */
@Injectable()
export class AppendMedia implements Handles<typeof appendMedia> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, mediaId, index, base64 }: InputOf<typeof appendMedia>,
    call: CallContext,
  ): Promise<ResultOf<typeof appendMedia>> {
    return this.database.inCharity(charityId, async (tx) => {
      const media = await lockMedia(tx, curatorOf(call), mediaId);
      if (!media) return refuse('notFound');
      if (media.state !== 'receiving') return refuse('alreadyFinished');
      const expected = lengthOfChunk(media.sourceBytes, index);
      if (Buffer.from(base64, 'base64').length !== expected) {
        return refuse('badInput', { message: wrongLength, details: { expectedBytes: expected ?? 0 } });
      }
      await tx.query(
        `INSERT INTO media_chunk (charity_id, media_id, index, sealed) VALUES ($1, $2, $3, $4)
         ON CONFLICT (charity_id, media_id, index) DO NOTHING`,
        [charityId, mediaId, index, await sealChunk(this.vault, tx, mediaId, index, base64)],
      );
      return accept({ nextIndex: firstMissing(await chunksThere(tx, mediaId)) });
    });
  }
}

const wrongLength = 'This part of the picture does not have the length it must have. Please send it again.';
