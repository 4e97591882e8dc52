import {
  accept,
  type downloadWords,
  type InputOf,
  type MediaId,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';
import { descriptionsOf, ownWords, picturesOf } from './own-words.js';
import { wordsToRead } from './words-to-read.js';

/** An answer on the bus may have a megabyte. One draft alone can come near it: then its pictures keep their descriptions. */
const mostBytes = 950_000;
const leftOut = (descriptions: ReadonlyMap<MediaId, string>): ReadonlyMap<MediaId, string> =>
  new Map(
    [...descriptions.keys()].map((mediaId) => [mediaId, 'too long to stand here, it is with the picture']),
  );

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
      const descriptions = await descriptionsOf(tx, this.vault, curatorId, words.flatMap(picturesOf));
      const text = wordsToRead(words, descriptions);
      const isTooLong = Buffer.byteLength(JSON.stringify(words)) + Buffer.byteLength(text) > mostBytes;
      return accept({ words, text: isTooLong ? wordsToRead(words, leftOut(descriptions)) : text, next });
    });
  }
}
