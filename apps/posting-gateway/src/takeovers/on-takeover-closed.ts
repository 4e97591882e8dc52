import type { FactOf, takeoverClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { wishForTakeover } from '../consent/withdrawn-curators.js';
import { endWatch } from '../inbox/watch-inbox.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { missWindow } from '../posts/miss-window.js';
import type { PostRow } from '../posts/post-row.js';
import { Lanes } from '../publishing/lanes.js';
import { CoverForCurator } from './cover-for-curator.js';
import { introduce } from './introduce.js';
import { QueueCharityPost } from './queue-charity-post.js';
import { requireTakeover, type Takeover } from './read-takeover.js';

/**
 * What has not gone never will, and the charity signs off, if the takeover had opened at all; one that ended early it may
 * cover for instead. Whoever has taken back
 * their consent is not named any more.
 */
@Injectable()
export class OnTakeoverClosed implements Consumes<typeof takeoverClosed> {
  constructor(
    @Inject(QueueCharityPost) private readonly charityPost: QueueCharityPost,
    @Inject(CoverForCurator) private readonly coverFor: CoverForCurator,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  async handle({ data }: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    const takeover = await requireTakeover(tx, data.takeoverId);
    // What the charity says of its own has waited for this.
    await this.lanes.wakeAll(tx);
    await endWatch(tx, data.takeoverId, new Date(data.closedAt));
    const [closed] = await tx.query<{ opened_at: Date | null }>(
      'UPDATE takeover SET closed_at = $2, resting_since = NULL WHERE takeover_id = $1 RETURNING opened_at',
      [data.takeoverId, data.closedAt],
    );
    if (closed?.opened_at) {
      const hasWithdrawn = await wishForTakeover(tx, data.takeoverId);
      const shown = hasWithdrawn ? { ...takeover, identityLevel: 'anonymous' as const } : takeover;
      const isEarly = new Date(data.closedAt) < takeover.closesAt;
      const isCovered = isEarly && (await this.coverFor.cover(tx, shown, 'ending'));
      if (!isCovered) await this.signOff(tx, shown);
    }
    const left = await tx.query<PostRow>(
      `SELECT * FROM post WHERE takeover_id = $1 AND kind NOT IN ('signOff', 'cover') AND state IN ('queued', 'held')
        ORDER BY sequence FOR UPDATE`,
      [data.takeoverId],
    );
    await missWindow(tx, left);
  }

  private async signOff(tx: Tx, takeover: Takeover): Promise<void> {
    const { policy } = await policyInForce(tx);
    await this.charityPost.queue(tx, takeover, {
      kind: 'signOff',
      text: introduce(policy.signOff, takeover),
    });
  }
}
