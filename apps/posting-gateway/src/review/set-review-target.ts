import { accept, type InputOf, type ResultOf, type setReviewTarget } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';

/** Where a charity has said nothing. The database has the same figure. */
const usualMinutes = 30;

export async function reviewTarget(tx: Tx): Promise<number> {
  const [said] = await tx.query<{ minutes: number }>(
    'SELECT minutes FROM review_target WHERE charity_id = $1',
    [tx.charityId],
  );
  return said?.minutes ?? usualMinutes;
}

/** Posts that wait already were promised something else, and keep it. */
@Injectable()
export class SetReviewTarget implements Handles<typeof setReviewTarget> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, minutes }: InputOf<typeof setReviewTarget>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setReviewTarget>> {
    return this.database.inCharity(charityId, async (tx) => {
      await tx.query(
        `INSERT INTO review_target (charity_id, minutes) VALUES ($1, $2)
         ON CONFLICT (charity_id) DO UPDATE SET minutes = excluded.minutes`,
        [charityId, minutes],
      );
      const details = { minutes };
      await noteInAudit(tx, { by: caller, action: 'review.target-set', about: charityId, details });
      return accept({ minutes });
    });
  }
}
