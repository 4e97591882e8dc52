import type { FactOf, postHeld } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnPostHeld implements Consumes<typeof postHeld> {
  async handle({ data }: FactOf<typeof postHeld>, tx: Tx): Promise<void> {
    if (data.takeoverId === null) return;
    await tx.query(
      `INSERT INTO takeover_count (charity_id, takeover_id, held) VALUES ($1, $2, 1)
       ON CONFLICT (charity_id, takeover_id) DO UPDATE SET held = takeover_count.held + 1`,
      [tx.charityId, data.takeoverId],
    );
  }
}
