import { accept, type InputOf, isRefusal, type ResultOf, refuse, type unparkMention } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lockMessage } from './lock-message.js';
import { eraseIfGone } from './mark-answered.js';

/** A parked message comes back into its inbox. */
@Injectable()
export class UnparkMention implements Handles<typeof unparkMention> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(place: InputOf<typeof unparkMention>, call: CallContext): Promise<ResultOf<typeof unparkMention>> {
    return this.database.inCharity(place.charityId, async (tx) => {
      const found = await lockMessage(tx, place, call);
      if (isRefusal(found)) return found;
      if (found.value.seenTo) return refuse('seenToAlready');
      await tx.query(
        `UPDATE mention SET parked_at = NULL, sealed_parking_note = NULL WHERE charity_id = $1 AND mention_id = $2`,
        [place.charityId, place.mentionId],
      );
      await eraseIfGone(tx, place.mentionId);
      return accept({ mentionId: place.mentionId });
    });
  }
}
