import type { FactOf, takeoverMoved } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { watchInbox } from '../inbox/watch-inbox.js';
import { Lanes } from '../publishing/lanes.js';
import { requireTakeover } from './read-takeover.js';

/** Both edges of the window are others from now on. One that has ended here stays ended. */
@Injectable()
export class OnTakeoverMoved implements Consumes<typeof takeoverMoved> {
  constructor(@Inject(Lanes) private readonly lanes: Lanes) {}

  async handle({ data }: FactOf<typeof takeoverMoved>, tx: Tx): Promise<void> {
    const { takeoverId, opensAt, closesAt } = data;
    const { closedAt } = await requireTakeover(tx, takeoverId);
    if (closedAt) return;
    // What waits for an edge waits for the new one.
    await this.lanes.wakeAll(tx);
    await tx.query(
      'UPDATE takeover SET opens_at = $3, closes_at = $4 WHERE charity_id = $1 AND takeover_id = $2',
      [tx.charityId, takeoverId, opensAt, closesAt],
    );
    await watchInbox(tx, { takeoverId, opensAt: new Date(opensAt), closesAt: new Date(closesAt) });
  }
}
