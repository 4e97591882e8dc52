import { accept, type InputOf, type ResultOf, refuse, type viewMention } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { messagesHiddenFrom } from './hidden-messages.js';
import { readMessage, whyAside } from './page-of-inbox.js';
import { presentMentions } from './present-mentions.js';

/** One message with its words: the one way to those of a message that was set aside, one at a time. */
@Injectable()
export class ViewMention implements Handles<typeof viewMention> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(place: InputOf<typeof viewMention>, call: CallContext): Promise<ResultOf<typeof viewMention>> {
    return this.database.inCharity(place.charityId, async (tx) => {
      const takeover = await readTakeover(tx, place.takeoverId);
      if (!takeover) return refuse('notFound');
      if (!mayLook(call, takeover)) return refuse('notYours');
      const row = await readMessage(tx, place);
      const [shown] = row ? await presentMentions(tx, this.vault, takeover, [row]) : [];
      if (!row || !shown) return refuse('notFound');
      const hidden = (await messagesHiddenFrom(tx, call.caller, [row])).has(row.mentionId);
      return accept({ ...shown, ...(hidden && { from: '', text: '' }), hidden, why: whyAside(row) });
    });
  }
}
