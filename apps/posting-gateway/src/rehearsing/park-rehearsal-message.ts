import { accept, type InputOf, type parkRehearsalMessage, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayStillWrite } from '../consent/may-still-write.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { presentRehearsal } from './present-rehearsal.js';
import { lockRehearsal } from './rehearsal-row.js';

/** One tap, as with a real message; of this one nobody is told. */
@Injectable()
export class ParkRehearsalMessage implements Handles<typeof parkRehearsalMessage> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, message, parked }: InputOf<typeof parkRehearsalMessage>,
    call: CallContext,
  ): Promise<ResultOf<typeof parkRehearsalMessage>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      if (!(await mayStillWrite(tx, curatorId))) return refuse('consentWithdrawn');
      await lockRehearsal(tx, curatorId);
      await tx.query(
        `UPDATE rehearsal SET parked = array_remove(parked, $3) || CASE WHEN $4 THEN ARRAY[$3] ELSE '{}' END
          WHERE charity_id = $1 AND curator_id = $2`,
        [charityId, curatorId, message, parked],
      );
      const { messages } = await presentRehearsal(tx, this.vault, curatorId);
      const shown = messages.find((candidate) => candidate.message === message);
      return shown ? accept(shown) : refuse('notFound');
    });
  }
}
