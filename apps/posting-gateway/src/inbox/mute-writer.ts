import { accept, type InputOf, isRefusal, type muteWriter, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lockMessage } from './lock-message.js';

/** Nothing more of one writer, from now on and of what is there. Only here: on X nothing changes, so nothing has to be undone. */
@Injectable()
export class MuteWriter implements Handles<typeof muteWriter> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(place: InputOf<typeof muteWriter>, call: CallContext): Promise<ResultOf<typeof muteWriter>> {
    const { charityId, takeoverId, mentionId } = place;
    return this.database.inCharity(charityId, async (tx) => {
      const found = await lockMessage(tx, place, call);
      if (isRefusal(found)) return found;
      if (!found.value.writerPrint) return refuse('writerUnknown');
      const [muted] = await tx.query<{ mutedAt: Date }>(
        `UPDATE mention SET muted_at = coalesce(muted_at, baton.now())
          WHERE charity_id = $1 AND mention_id = $2 RETURNING muted_at AS "mutedAt"`,
        [charityId, mentionId],
      );
      if (!muted) throw new Error('a locked message was not there');
      const aside = await tx.query(
        `UPDATE mention SET set_aside = array_append(array_remove(set_aside, 'muted'), 'muted'),
                severity = coalesce(severity, 'low')
          WHERE charity_id = $1 AND takeover_id = $2
            AND writer_print = (SELECT writer_print FROM mention WHERE charity_id = $1 AND mention_id = $3)
         RETURNING 1`,
        [charityId, takeoverId, mentionId],
      );
      return accept({ mentionId, mutedAt: muted.mutedAt.toISOString(), setAside: aside.length });
    });
  }
}
