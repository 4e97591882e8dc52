import type { FactOf, retentionSet } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** From now on this charity keeps people so long; whose days are over already goes at once. An older fact changes nothing. */
@Injectable()
export class OnRetentionSet implements Consumes<typeof retentionSet> {
  async handle({ data, revision }: FactOf<typeof retentionSet>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO retention AS known (charity_id, declined_days, identity_days, revision) VALUES ($1, $2, $3, $4)
       ON CONFLICT (charity_id) DO UPDATE
          SET declined_days = excluded.declined_days, identity_days = excluded.identity_days,
              revision = excluded.revision, next_round_at = baton.now()
        WHERE known.revision < excluded.revision`,
      [tx.charityId, data.declinedApplications, data.curatorIdentities, revision],
    );
  }
}
