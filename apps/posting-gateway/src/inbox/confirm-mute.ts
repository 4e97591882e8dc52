import { accept, type confirmMute, type InputOf, isRefusal, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { lockMessage } from './lock-message.js';

/** A curator's wish not to read somebody becomes the charity's, for the curators who come after. */
@Injectable()
export class ConfirmMute implements Handles<typeof confirmMute> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(place: InputOf<typeof confirmMute>, call: CallContext): Promise<ResultOf<typeof confirmMute>> {
    const { charityId, mentionId } = place;
    return this.database.inCharity(charityId, async (tx) => {
      const found = await lockMessage(tx, place, call);
      if (isRefusal(found)) return refuse('notFound');
      if (!found.value.muted) return refuse('notMuted');
      const [row] = await tx.query<{ confirmedAt: Date }>(
        `UPDATE mention SET mute_confirmed_at = coalesce(mute_confirmed_at, baton.now())
          WHERE charity_id = $1 AND mention_id = $2 RETURNING mute_confirmed_at AS "confirmedAt"`,
        [charityId, mentionId],
      );
      if (!row) throw new Error('a locked message was not there');
      if (!found.value.confirmed) {
        await noteInAudit(tx, { by: call.caller, action: 'writer.muted-for-all', about: mentionId });
      }
      return accept({ mentionId, confirmedAt: row.confirmedAt.toISOString() });
    });
  }
}
