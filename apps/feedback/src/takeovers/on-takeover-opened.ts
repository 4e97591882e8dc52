import type { FactOf, takeoverOpened } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { takeTurns } from './take-turns.js';

/** The agreement that holds now is the one of this weekend, whatever its curator agrees to later. */
@Injectable()
export class OnTakeoverOpened implements Consumes<typeof takeoverOpened> {
  async handle({ data }: FactOf<typeof takeoverOpened>, tx: Tx): Promise<void> {
    await takeTurns(tx, data.curatorId);
    await tx.query(
      `INSERT INTO weekend (charity_id, takeover_id, curator_id, opened_at, agreement_version)
       VALUES ($1, $2, $3, $4,
               (SELECT agreement_version FROM curator_agreement WHERE charity_id = $1 AND curator_id = $3))
       ON CONFLICT (charity_id, takeover_id) DO UPDATE
         SET opened_at = excluded.opened_at, agreement_version = excluded.agreement_version`,
      [tx.charityId, data.takeoverId, data.curatorId, data.openedAt],
    );
  }
}
