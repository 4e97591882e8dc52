import { accept, type downloadWords, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';
import { descriptionsOf, ownWords } from './own-words.js';
import { wordsToRead } from './words-to-read.js';

/** What somebody wrote is theirs: before, during and after their takeover. */
@Injectable()
export class DownloadWords implements Handles<typeof downloadWords> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, after }: InputOf<typeof downloadWords>,
    call: CallContext,
  ): Promise<ResultOf<typeof downloadWords>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      const { words, next } = await ownWords(tx, this.vault, curatorId, after);
      const pieces = words.flatMap((word) => (word.kind === 'draft' ? word.draft.posts : [word.post]));
      const mediaIds = pieces.flatMap((piece) => piece.mediaIds);
      const descriptions = await descriptionsOf(tx, this.vault, curatorId, mediaIds);
      return accept({ words, text: wordsToRead(words, descriptions), next });
    });
  }
}
