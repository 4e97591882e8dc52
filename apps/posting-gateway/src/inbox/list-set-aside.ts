import { accept, type InputOf, type listSetAside, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { wantsNone } from '../shield/shield-wishes.js';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { pageOfInbox, whyAside } from './page-of-inbox.js';

/** What a curator was spared, and why. The words stay sealed: nobody meets them by opening a list. */
@Injectable()
export class ListSetAside implements Handles<typeof listSetAside> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(input: InputOf<typeof listSetAside>, call: CallContext): Promise<ResultOf<typeof listSetAside>> {
    return this.database.inCharity(input.charityId, async (tx) => {
      const takeover = await readTakeover(tx, input.takeoverId);
      if (!takeover) return refuse('notFound');
      if (!mayLook(call, takeover)) return refuse('notYours');
      if (await wantsNone(tx, this.vault, call)) return accept({ mentions: [], next: null });
      const { rows, next } = await pageOfInbox(tx, input, 'setAside');
      const mentions = rows.flatMap((row) => {
        const why = whyAside(row);
        return why ? [{ mentionId: row.mentionId, at: row.at.toISOString(), why }] : [];
      });
      return accept({ mentions, next });
    });
  }
}
