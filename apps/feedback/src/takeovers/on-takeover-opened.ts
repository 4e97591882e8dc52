import type { FactOf, takeoverOpened } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { setAgreements } from './set-agreements.js';
import { takeTurns } from './take-turns.js';

@Injectable()
export class OnTakeoverOpened implements Consumes<typeof takeoverOpened> {
  async handle({ data }: FactOf<typeof takeoverOpened>, tx: Tx): Promise<void> {
    await takeTurns(tx, data.curatorId);
    await tx.query(
      `INSERT INTO weekend (charity_id, takeover_id, curator_id, opened_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (charity_id, takeover_id) DO UPDATE SET opened_at = excluded.opened_at`,
      [tx.charityId, data.takeoverId, data.curatorId, data.openedAt],
    );
    await setAgreements(tx, data.curatorId);
  }
}
