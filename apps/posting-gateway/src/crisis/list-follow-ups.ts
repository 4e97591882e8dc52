import { accept, type InputOf, type listFollowUps, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type FollowUpRow, followUpColumns, presentFollowUps } from './follow-up-row.js';

/** A page that one person looks through. */
const most = 200;

/** Who waits for somebody to see to them; the gravest first, then who has waited longest. */
@Injectable()
export class ListFollowUps implements Handles<typeof listFollowUps> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, closed }: InputOf<typeof listFollowUps>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listFollowUps>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<FollowUpRow>(
        `SELECT ${followUpColumns} FROM follow_up WHERE charity_id = $1 AND (closed_at IS NOT NULL) = $2
          ORDER BY severity = 'high' DESC, CASE WHEN $2 THEN closed_at END DESC, opened_at LIMIT $3`,
        [charityId, closed, most],
      );
      return accept({ followUps: await presentFollowUps(tx, this.vault, rows, caller) });
    });
  }
}
