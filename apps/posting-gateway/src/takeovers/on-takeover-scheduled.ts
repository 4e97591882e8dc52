import type { FactOf, takeoverScheduled } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { watchInbox } from '../inbox/watch-inbox.js';

/**
 * From now on this service knows both edges of the window by itself. A name that comes after its bearer has gone (the two
 * facts are on different streams) is not taken in any more.
 */
@Injectable()
export class OnTakeoverScheduled implements Consumes<typeof takeoverScheduled> {
  async handle({ data }: FactOf<typeof takeoverScheduled>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO takeover (charity_id, takeover_id, curator_id, pen_name, identity_level, opens_at, closes_at)
       SELECT $1::uuid, $2::uuid, $3::uuid, CASE WHEN gone THEN '' ELSE $4::text END,
              CASE WHEN gone THEN 'anonymous' ELSE $5::text END, $6::timestamptz, $7::timestamptz
         FROM (SELECT EXISTS (SELECT FROM withdrawn_curator WHERE charity_id = $1 AND curator_id = $3) AS gone) AS whether`,
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
    await watchInbox(tx, {
      takeoverId: data.takeoverId,
      opensAt: new Date(data.opensAt),
      closesAt: new Date(data.closesAt),
    });
  }
}
