import { accept, type InputOf, isRefusal, type ResultOf, refuse, type unmuteWriter } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { lockMessage } from './lock-message.js';

/** One writer is read again, whichever of their messages they were muted by; the team does it for everybody. */
@Injectable()
export class UnmuteWriter implements Handles<typeof unmuteWriter> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(place: InputOf<typeof unmuteWriter>, call: CallContext): Promise<ResultOf<typeof unmuteWriter>> {
    const { charityId, takeoverId, mentionId } = place;
    return this.database.inCharity(charityId, async (tx) => {
      const found = await lockMessage(tx, place, call);
      if (isRefusal(found)) return found;
      const { writerPrint, confirmed } = found.value;
      if (confirmed && call.caller.kind === 'curator') return refuse('confirmed');
      await tx.query(
        `UPDATE mention SET muted_at = NULL, mute_confirmed_at = NULL
          WHERE charity_id = $1 AND writer_print = $2 AND (takeover_id = $3 OR mute_confirmed_at IS NOT NULL)`,
        [charityId, writerPrint, takeoverId],
      );
      await tx.query(
        `UPDATE mention SET set_aside = nullif(array_remove(set_aside, 'muted'), '{}'),
                severity = CASE WHEN set_aside = '{muted}' THEN NULL ELSE severity END
          WHERE charity_id = $1 AND takeover_id = $2 AND writer_print = $3`,
        [charityId, takeoverId, writerPrint],
      );
      if (confirmed) await noteInAudit(tx, { by: call.caller, action: 'writer.unmuted', about: mentionId });
      return accept({ mentionId });
    });
  }
}
