import type { FactOf, takeoverScheduled } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { watchInbox } from '../inbox/watch-inbox.js';

/** From now on this service knows both edges of the window by itself. */
@Injectable()
export class OnTakeoverScheduled implements Consumes<typeof takeoverScheduled> {
  async handle({ data }: FactOf<typeof takeoverScheduled>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO takeover (charity_id, takeover_id, curator_id, pen_name, identity_level, opens_at, closes_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
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
