import type { FactOf, postPublished } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** Counts what a curator published. The charity's own introduction and sign-off are not theirs. */
@Injectable()
export class OnPostPublished implements Consumes<typeof postPublished> {
  async handle({ data }: FactOf<typeof postPublished>, tx: Tx): Promise<void> {
    if (data.takeoverId === null || data.curatorId === null) return;
    await tx.query(
      `INSERT INTO takeover_count (charity_id, takeover_id, published, replies, pictures) VALUES ($1, $2, 1, $3, $4)
       ON CONFLICT (charity_id, takeover_id) DO UPDATE
         SET published = takeover_count.published + 1,
             replies = takeover_count.replies + excluded.replies,
             pictures = takeover_count.pictures + excluded.pictures`,
      [tx.charityId, data.takeoverId, data.kind === 'reply' ? 1 : 0, data.pictures],
    );
  }
}
