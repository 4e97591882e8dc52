import type { FactOf, takeoverMoved } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnTakeoverMoved implements Consumes<typeof takeoverMoved> {
  async handle({ data }: FactOf<typeof takeoverMoved>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO weekend (charity_id, takeover_id, curator_id, opens_at, closes_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (charity_id, takeover_id) DO UPDATE
         SET opens_at = excluded.opens_at, closes_at = excluded.closes_at`,
      [tx.charityId, data.takeoverId, data.curatorId, data.opensAt, data.closesAt],
    );
  }
}
