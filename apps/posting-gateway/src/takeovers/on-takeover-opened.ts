import type { FactOf, takeoverOpened } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { wishForTakeover } from '../consent/withdrawn-curators.js';
import { queueCounting } from '../engagement/queue-measuring.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { Lanes } from '../publishing/lanes.js';
import { QueueCharityPost } from './queue-charity-post.js';
import { requireTakeover } from './read-takeover.js';

/** The charity introduces the curator, unless they have taken back their consent. That posts may go follows from the window, not from this. */
@Injectable()
export class OnTakeoverOpened implements Consumes<typeof takeoverOpened> {
  constructor(
    @Inject(QueueCharityPost) private readonly charityPost: QueueCharityPost,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  async handle({ data }: FactOf<typeof takeoverOpened>, tx: Tx): Promise<void> {
    const takeover = await requireTakeover(tx, data.takeoverId);
    // What is due already has left the first word to the introduction, whether there is one or not.
    await this.lanes.wakeAll(tx);
    await tx.query('UPDATE takeover SET opened_at = $2 WHERE takeover_id = $1', [
      data.takeoverId,
      data.openedAt,
    ]);
    await queueCounting(tx, data.takeoverId, 'opened', new Date(data.openedAt));
    if (await wishForTakeover(tx, data.takeoverId)) return;
    const { policy } = await policyInForce(tx);
    await this.charityPost.queue(tx, takeover, {
      kind: 'introduction',
      template: policy.introduction,
    });
  }
}
