import type { curatorReady, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/**
 * From now on the curator may book. Pen name and identity level are kept here once, not copied into
 * bookings: someone who asks for less to be shown is shown less in takeovers they booked before, too.
 * A yes from before they took back their consent, or left, changes nothing.
 */
@Injectable()
export class OnCuratorReady implements Consumes<typeof curatorReady> {
  async handle({ data, time }: FactOf<typeof curatorReady>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO curator (charity_id, curator_id, pen_name, identity_level) VALUES ($1, $2, $3, $4)
         ON CONFLICT (charity_id, curator_id)
         DO UPDATE SET pen_name = excluded.pen_name, identity_level = excluded.identity_level, withdrawn_at = NULL
          WHERE curator.withdrawn_at IS NULL OR curator.withdrawn_at < $5`,
      [tx.charityId, data.curatorId, data.penName, data.identityLevel, time],
    );
  }
}
