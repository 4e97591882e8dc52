import { accept, type InputOf, type ResultOf, refuse, type setPreferences } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';

/** Posts that were handed over before keep what held then. */
@Injectable()
export class SetPreferences implements Handles<typeof setPreferences> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, askFirst }: InputOf<typeof setPreferences>,
    call: CallContext,
  ): Promise<ResultOf<typeof setPreferences>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      await tx.query(
        `INSERT INTO posting_preference (charity_id, curator_id, ask_first) VALUES ($1, $2, $3)
         ON CONFLICT (charity_id, curator_id) DO UPDATE SET ask_first = excluded.ask_first`,
        [charityId, curatorId, askFirst],
      );
      return accept({ askFirst });
    });
  }
}
