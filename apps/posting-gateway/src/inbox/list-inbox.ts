import { accept, type InputOf, type listInbox, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { pageOfInbox } from './page-of-inbox.js';
import { openMention } from './sealed-mention.js';

/** What a curator sees of a takeover's messages, newest first, and how many they were spared. */
@Injectable()
export class ListInbox implements Handles<typeof listInbox> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(input: InputOf<typeof listInbox>, call: CallContext): Promise<ResultOf<typeof listInbox>> {
    const { charityId, takeoverId } = input;
    return this.database.inCharity(charityId, async (tx) => {
      const takeover = await readTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      if (!mayLook(call, takeover)) return refuse('notYours');
      const { rows, next } = await pageOfInbox(tx, input, 'shown');
      const mentions = [];
      for (const { mentionId, at, answered, sealed } of rows) {
        const words = await openMention(this.vault, tx, { takeoverId, mentionId }, sealed);
        mentions.push({ mentionId, ...words, at: at.toISOString(), answered });
      }
      const [aside] = await tx.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM mention
          WHERE charity_id = $1 AND takeover_id = $2 AND set_aside IS NOT NULL`,
        [charityId, takeoverId],
      );
      return accept({ mentions, next, setAside: aside?.count ?? 0 });
    });
  }
}
