import type { FactOf, takeoverPreFlightDue } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** To look, X is asked, and no transaction waits for X: this one only notes that somebody has to. */
@Injectable()
export class OnPreFlightDue implements Consumes<typeof takeoverPreFlightDue> {
  async handle({ data }: FactOf<typeof takeoverPreFlightDue>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO pre_flight (charity_id, takeover_id, time, opens_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (charity_id, takeover_id, time) DO UPDATE SET due_at = baton.now(), opens_at = excluded.opens_at`,
      [tx.charityId, data.takeoverId, data.time, data.opensAt],
    );
  }
}
