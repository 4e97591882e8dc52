import { accept, type InputOf, type ResultOf, refuse, type seeToParked } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { eraseIfGone } from './mark-answered.js';

/** Somebody of the team answered a parked message, or saw that nothing is to be done. The first time stays. */
@Injectable()
export class SeeToParked implements Handles<typeof seeToParked> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, mentionId }: InputOf<typeof seeToParked>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof seeToParked>> {
    return this.database.inCharity(charityId, async (tx) => {
      const [row] = await tx.query<{ parked: boolean }>(
        `SELECT parked_at IS NOT NULL AS parked FROM mention
          WHERE charity_id = $1 AND mention_id = $2 FOR UPDATE`,
        [charityId, mentionId],
      );
      if (!row) return refuse('notFound');
      if (!row.parked) return refuse('notParked');
      const [seen] = await tx.query<{ seenToAt: Date }>(
        `UPDATE mention SET seen_to_at = coalesce(seen_to_at, baton.now()), seen_to_by = coalesce(seen_to_by, $3)
          WHERE charity_id = $1 AND mention_id = $2 RETURNING seen_to_at AS "seenToAt"`,
        [charityId, mentionId, caller.kind === 'staff' ? caller.memberId : null],
      );
      await eraseIfGone(tx, mentionId);
      if (!seen) throw new Error('a locked message was not there');
      return accept({ mentionId, seenToAt: seen.seenToAt.toISOString() });
    });
  }
}
