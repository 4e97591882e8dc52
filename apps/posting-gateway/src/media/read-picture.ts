import { accept, type InputOf, type ResultOf, type readPicture, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { isBehindHardWords } from './behind-hard-words.js';
import { findMediaFor } from './media-row.js';
import { pieceOfPicture } from './piece-of-picture.js';

/** A clean picture piece by piece, for its curator's other devices and for the team. What was sent is shown to nobody. */
@Injectable()
export class ReadPicture implements Handles<typeof readPicture> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, mediaId, from }: InputOf<typeof readPicture>,
    call: CallContext,
  ): Promise<ResultOf<typeof readPicture>> {
    return this.database.inCharity(charityId, async (tx) => {
      const media = await findMediaFor(tx, call, mediaId);
      if (!media) return refuse('notFound');
      if (await isBehindHardWords(tx, mediaId, call.caller)) return refuse('notLookedAt');
      const read = await pieceOfPicture(tx, this.vault, mediaId, from);
      return read && media.mimeType ? accept({ mimeType: media.mimeType, ...read }) : refuse('notReady');
    });
  }
}
