import { accept, type InputOf, type ResultOf, refuse, type viewMedia } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { isBehindHardWords } from './behind-hard-words.js';
import { findMediaFor } from './media-row.js';
import { presentPicture } from './present-picture.js';

/** One picture, however far it has come. */
@Injectable()
export class ViewMedia implements Handles<typeof viewMedia> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, mediaId }: InputOf<typeof viewMedia>,
    call: CallContext,
  ): Promise<ResultOf<typeof viewMedia>> {
    return this.database.inCharity(charityId, async (tx) => {
      const media = await findMediaFor(tx, call, mediaId);
      if (!media) return refuse('notFound');
      if (await isBehindHardWords(tx, mediaId, call.caller)) return refuse('notLookedAt');
      return accept(await presentPicture(tx, this.vault, media));
    });
  }
}
