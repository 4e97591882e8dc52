import { accept, type InputOf, type ResultOf, refuse, type viewMention } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { type MentionRow, mentionColumns, whyAside } from './page-of-inbox.js';
import { presentMentions } from './present-mentions.js';

/** One message with its words: the one way to those of a message that was set aside, one at a time. */
@Injectable()
export class ViewMention implements Handles<typeof viewMention> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, takeoverId, mentionId }: InputOf<typeof viewMention>,
    call: CallContext,
  ): Promise<ResultOf<typeof viewMention>> {
    return this.database.inCharity(charityId, async (tx) => {
      const takeover = await readTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      if (!mayLook(call, takeover)) return refuse('notYours');
      const [row] = await tx.query<MentionRow>(
        `SELECT ${mentionColumns} FROM mention
          WHERE charity_id = $1 AND takeover_id = $2 AND mention_id = $3`,
        [charityId, takeoverId, mentionId],
      );
      if (!row) return refuse('notFound');
      const [shown] = await presentMentions(tx, this.vault, takeover, [row]);
      return shown ? accept({ ...shown, why: whyAside(row) }) : refuse('notFound');
    });
  }
}
