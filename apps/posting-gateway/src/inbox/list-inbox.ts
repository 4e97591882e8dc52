import { accept, type InputOf, type listInbox, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { wantsNone } from '../shield/shield-wishes.js';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { pageOfInbox } from './page-of-inbox.js';
import { presentArrival } from './present-arrival.js';
import { presentMentions } from './present-mentions.js';

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
      if (await wantsNone(tx, this.vault, call)) {
        return accept({ wanted: false, mentions: [], next: null, setAside: 0, parked: 0, arrival: null });
      }
      const { rows, next } = await pageOfInbox(tx, input, 'shown');
      const mentions = await presentMentions(tx, this.vault, takeover, rows);
      const [counted] = await tx.query<{ setAside: number; parked: number }>(
        `SELECT count(*) FILTER (WHERE set_aside IS NOT NULL)::integer AS "setAside",
                count(*) FILTER (WHERE parked_at IS NOT NULL AND seen_to_at IS NULL)::integer AS parked
           FROM mention WHERE charity_id = $1 AND takeover_id = $2`,
        [charityId, takeoverId],
      );
      const arrival = await presentArrival(tx, takeoverId);
      return accept({ wanted: true, mentions, next, ...(counted ?? { setAside: 0, parked: 0 }), arrival });
    });
  }
}
