import { accept, type InputOf, isRefusal, type parkMention, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lockMessage } from './lock-message.js';
import { sealNote } from './sealed-note.js';

/** A message is left to the team: whoever is tired does not have to answer for a charity. */
@Injectable()
export class ParkMention implements Handles<typeof parkMention> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { note, ...place }: InputOf<typeof parkMention>,
    call: CallContext,
  ): Promise<ResultOf<typeof parkMention>> {
    return this.database.inCharity(place.charityId, async (tx) => {
      const found = await lockMessage(tx, place, call);
      if (isRefusal(found)) return found;
      if (found.value.seenTo) return refuse('seenToAlready');
      const [row] = await tx.query<{ parkedAt: Date }>(
        `UPDATE mention SET parked_at = coalesce(parked_at, baton.now()), sealed_parking_note = $3
          WHERE charity_id = $1 AND mention_id = $2 RETURNING parked_at AS "parkedAt"`,
        [place.charityId, place.mentionId, await sealNote(this.vault, tx, place, 'parked', note)],
      );
      if (!row) throw new Error('a locked message was not there');
      return accept({ mentionId: place.mentionId, parkedAt: row.parkedAt.toISOString() });
    });
  }
}
