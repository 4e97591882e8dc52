import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lookAtTakeover } from '../archive/archive-due.js';
import { wishForTakeover } from '../consent/withdrawn-curators.js';
import { queueCounting } from '../engagement/queue-measuring.js';
import { endWatch } from '../inbox/watch-inbox.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { missWindow } from '../posts/miss-window.js';
import type { PostRow } from '../posts/post-row.js';
import { Lanes } from '../publishing/lanes.js';
import { CoverForCurator } from './cover-for-curator.js';
import { QueueCharityPost } from './queue-charity-post.js';
import type { Takeover } from './read-takeover.js';

/**
 * The account is the charity’s again. What has not gone never will, and the charity signs off, if the takeover had opened at
 * all; one that ended early it may cover for instead. Whoever has taken back their consent is not named any more. A takeover
 * ends once: whoever comes second, the fact of its end or the curator, changes nothing. Answers whether it ended now. Where the
 * team took the account back, the charity says `nothing` by machine: what there is to say then, people say themselves.
 */
@Injectable()
export class CloseTakeover {
  constructor(
    @Inject(QueueCharityPost) private readonly charityPost: QueueCharityPost,
    @Inject(CoverForCurator) private readonly coverFor: CoverForCurator,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  async close(
    tx: Tx,
    takeover: Takeover,
    closedAt: Date,
    says: 'goodbye' | 'nothing' = 'goodbye',
  ): Promise<boolean> {
    // What the charity says of its own has waited for this.
    await this.lanes.wakeAll(tx);
    const [closed] = await tx.query<{ opened_at: Date | null }>(
      `UPDATE takeover SET closed_at = $2, resting_since = NULL WHERE takeover_id = $1 AND closed_at IS NULL
       RETURNING opened_at`,
      [takeover.takeoverId, closedAt],
    );
    if (!closed) return false;
    await endWatch(tx, takeover.takeoverId, closedAt);
    if (closed.opened_at) await countFollowersFrom(tx, takeover.takeoverId, closedAt);
    if (closed.opened_at && says === 'goodbye') await this.sayGoodbye(tx, takeover, closedAt);
    const stillSaid = says === 'goodbye' ? ['signOff', 'cover'] : [];
    const left = await tx.query<PostRow>(
      `SELECT * FROM post WHERE takeover_id = $1 AND NOT kind = ANY($2) AND state IN ('queued', 'held')
        ORDER BY sequence FOR UPDATE`,
      [takeover.takeoverId, stillSaid],
    );
    await missWindow(tx, left);
    await lookAtTakeover(tx, takeover.takeoverId);
    return true;
  }

  private async sayGoodbye(tx: Tx, takeover: Takeover, closedAt: Date): Promise<void> {
    const hasWithdrawn = await wishForTakeover(tx, takeover.takeoverId);
    const shown = hasWithdrawn ? { ...takeover, identityLevel: 'anonymous' as const } : takeover;
    const isEarly = closedAt < takeover.closesAt;
    if (isEarly && (await this.coverFor.cover(tx, shown, 'ending'))) return;
    const { policy } = await policyInForce(tx);
    await this.charityPost.queue(tx, shown, { kind: 'signOff', template: policy.signOff });
  }
}

const weekMs = 7 * 86_400_000;

async function countFollowersFrom(tx: Tx, takeoverId: TakeoverId, closedAt: Date): Promise<void> {
  await queueCounting(tx, takeoverId, 'closed', closedAt);
  await queueCounting(tx, takeoverId, 'week', new Date(closedAt.getTime() + weekMs));
}
