import type { FactOf, takeoverClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

@Injectable()
export class WeekendCloses implements Consumes<typeof takeoverClosed> {
  async handle({ data }: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    const { takeoverId, curatorId, closedAt, opened = true, because = null } = data;
    await tx.query(
      `INSERT INTO weekend (charity_id, takeover_id, curator_id, closed_at, never_opened, because)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (charity_id, takeover_id) DO UPDATE
         SET closed_at = excluded.closed_at, never_opened = excluded.never_opened, because = excluded.because`,
      [tx.charityId, takeoverId, curatorId, closedAt, !opened, because],
    );
  }
}
