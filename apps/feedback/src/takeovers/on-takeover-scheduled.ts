import type { FactOf, takeoverScheduled } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** A later window may be known already: facts can overtake each other. */
@Injectable()
export class OnTakeoverScheduled implements Consumes<typeof takeoverScheduled> {
  async handle({ data }: FactOf<typeof takeoverScheduled>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO weekend (charity_id, takeover_id, curator_id, pen_name, identity_level, opens_at, closes_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (charity_id, takeover_id) DO UPDATE
         SET pen_name = excluded.pen_name, identity_level = excluded.identity_level,
             opens_at = coalesce(weekend.opens_at, excluded.opens_at),
             closes_at = coalesce(weekend.closes_at, excluded.closes_at)`,
      [
        tx.charityId,
        data.takeoverId,
        data.curatorId,
        data.penName,
        data.identityLevel,
        data.opensAt,
        data.closesAt,
      ],
    );
  }
}
