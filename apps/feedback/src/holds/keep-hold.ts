import type { FactOf, postHeld } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** Each time a post is held is a hold of its own; what the charity itself posts belongs to no weekend’s report. */
@Injectable()
export class KeepHold implements Consumes<typeof postHeld> {
  async handle({ data, revision, time }: FactOf<typeof postHeld>, tx: Tx): Promise<void> {
    if (data.takeoverId === null) return;
    await tx.query(
      `INSERT INTO hold (charity_id, post_id, revision, takeover_id, checks, held_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [tx.charityId, data.postId, revision, data.takeoverId, [...new Set(data.checks)], time],
    );
  }
}
