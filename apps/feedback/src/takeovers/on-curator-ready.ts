import type { curatorReady, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { takeTurns } from './take-turns.js';

/** Also for a weekend that began before this was heard of: recruitment and scheduling are heard in no order. */
@Injectable()
export class OnCuratorReady implements Consumes<typeof curatorReady> {
  async handle({ data }: FactOf<typeof curatorReady>, tx: Tx): Promise<void> {
    await takeTurns(tx, data.curatorId);
    const agreed = [tx.charityId, data.curatorId, data.agreementVersion];
    await tx.query(
      `INSERT INTO curator_agreement (charity_id, curator_id, agreement_version) VALUES ($1, $2, $3)
       ON CONFLICT (charity_id, curator_id) DO UPDATE SET agreement_version = excluded.agreement_version`,
      agreed,
    );
    await tx.query(
      `UPDATE weekend SET agreement_version = $3
        WHERE charity_id = $1 AND curator_id = $2 AND agreement_version IS NULL AND opened_at IS NOT NULL`,
      agreed,
    );
  }
}
