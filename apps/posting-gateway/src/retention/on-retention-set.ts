import type { FactOf, retentionSet } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** From now on this charity keeps things so long; what is older goes at once. An older fact changes nothing. */
@Injectable()
export class OnRetentionSet implements Consumes<typeof retentionSet> {
  async handle({ data, revision }: FactOf<typeof retentionSet>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO retention AS known (charity_id, mentions_days, drafts_and_pictures_days, revision)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (charity_id) DO UPDATE
          SET mentions_days = excluded.mentions_days, revision = excluded.revision,
              drafts_and_pictures_days = excluded.drafts_and_pictures_days, next_round_at = baton.now()
        WHERE known.revision < excluded.revision`,
      [tx.charityId, data.mentions, data.draftsAndPictures, revision],
    );
  }
}
