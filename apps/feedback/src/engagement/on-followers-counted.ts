import type { FactOf, followersCounted } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnFollowersCounted implements Consumes<typeof followersCounted> {
  async handle({ data }: FactOf<typeof followersCounted>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO follower_count (charity_id, takeover_id, moment, followers, counted_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (charity_id, takeover_id, moment) DO NOTHING`,
      [tx.charityId, data.takeoverId, data.moment, data.followers, data.countedAt],
    );
  }
}
