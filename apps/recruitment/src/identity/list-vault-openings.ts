import { accept, type InputOf, type listVaultOpenings, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';

/** "Who looked me up, when and why", for the person themself; the machine's own openings for mail included. */
@Injectable()
export class ListVaultOpenings implements Handles<typeof listVaultOpenings> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId }: InputOf<typeof listVaultOpenings>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listVaultOpenings>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorId);
      if (!application) return refuse('notFound');
      const rows = await tx.query<{ by: string; purpose: string; at: Date }>(
        `SELECT opened_by AS by, purpose, opened_at AS at FROM vault_opening
          WHERE charity_id = $1 AND application_id = $2 ORDER BY id DESC LIMIT 500`,
        [charityId, application.applicationId],
      );
      return accept({ openings: rows.map(({ by, purpose, at }) => ({ by, purpose, at: at.toISOString() })) });
    });
  }
}
