import type { CuratorId, PastPosts } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { takeOutAllOf } from '../archive/archive-consent.js';
import { queueDeletions } from '../deleting/queue-deletions.js';
import { eraseDraftsOf } from '../drafts/erase-drafts.js';
import { lockSwitch } from '../kill-switch/read-switch.js';
import { erasePicturesOf } from '../media/erase-pictures.js';
import type { PostRow } from '../posts/post-row.js';
import { Lanes } from '../publishing/lanes.js';
import { eraseRehearsalOf } from '../rehearsing/erase-rehearsals.js';
import { stopPostsOfWithdrawn } from './stop-posts-of-withdrawn.js';
import { noteWithdrawn } from './withdrawn-curators.js';

/**
 * A curator’s words do not go out any more. The switch is locked as when it is thrown: whatever is being sent to X has
 * been written down before, and nothing begins after. What never went out is erased, their drafts, rehearsal and
 * pictures with it; what is out stays, or X is asked to delete it, as they wish; in the archive nothing stays. Saying it again changes nothing.
 */
@Injectable()
export class WithdrawCurator {
  constructor(
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  async withdraw(
    tx: Tx,
    curatorId: CuratorId,
    said: { readonly wish: PastPosts; readonly at: Date },
  ): Promise<void> {
    await lockSwitch(tx);
    await this.lanes.wakeAll(tx);
    await noteWithdrawn(tx, curatorId, said);
    await stopPostsOfWithdrawn(tx, curatorId);
    await takeOutAllOf(tx, curatorId);
    await eraseDraftsOf(tx, this.vault, curatorId);
    await eraseRehearsalOf(tx, this.vault, curatorId);
    await erasePicturesOf(tx, this.vault, curatorId);
    if (said.wish === 'delete') await queueDeletions(tx, await publishedOf(tx, curatorId));
  }
}

/** Of their takeovers all that is out, the charity’s introduction too: it tells their pen name. */
const publishedOf = (tx: Tx, curatorId: CuratorId): Promise<PostRow[]> =>
  tx.query(
    `SELECT post.* FROM post JOIN takeover USING (charity_id, takeover_id)
      WHERE charity_id = $1 AND takeover.curator_id = $2 AND post.state = 'published' ORDER BY post.sequence`,
    [tx.charityId, curatorId],
  );
