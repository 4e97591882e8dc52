import { accept, type InputOf, type ResultOf, type ringInbox } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';

/**
 * X's bell: somebody mentioned an account. What they wrote is fetched by the next look as ever, so a bell that is rung
 * twice, late or for nothing brings no message twice and none that X does not have. Rings until a look begins are one.
 */
@Injectable()
export class RingInbox implements Handles<typeof ringInbox> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle({ xUserId }: InputOf<typeof ringInbox>): Promise<ResultOf<typeof ringInbox>> {
    return this.database.asWorker(async (tx) => {
      await tx.query(
        `UPDATE inbox_watch
            SET rung_at = baton.now(), next_poll_at = least(next_poll_at, greatest(baton.now(), not_before))
          WHERE x_user_id = $1 AND next_poll_at IS NOT NULL AND opens_at <= baton.now() AND closes_at > baton.now()
            AND (rung_at IS NULL OR rung_at <= claimed_at)`,
        [xUserId],
      );
      return accept({});
    });
  }
}
