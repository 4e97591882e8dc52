import { accept, type InputOf, type ResultOf, refuse, type resolveUnknown } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { findPost, lockPost, type PostRow } from '../posts/post-row.js';
import { presentPost } from '../posts/present-posts.js';
import { stopThreadBehind } from '../posts/stop-thread.js';
import { tell } from '../posts/tell.js';
import { Lanes } from '../publishing/lanes.js';

/**
 * A person decides about a post that X may or may not have, once the search for it has ended.
 * `sendAgain` queues it for a new attempt, before which the timeline is looked at once more.
 * `letItGo` ends it as withdrawn, and what stands behind it in its thread: it is not known to be out,
 * so it is neither published nor rejected.
 */
@Injectable()
export class ResolveUnknown implements Handles<typeof resolveUnknown> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  handle(
    { charityId, postId, verdict }: InputOf<typeof resolveUnknown>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof resolveUnknown>> {
    return this.database.inCharity(charityId, async (tx) => {
      const found = await findPost(tx, postId);
      if (!found) return refuse('notFound');
      await this.lanes.wakeNow(tx, found.account_id);
      const row = await lockPost(tx, postId);
      if (row?.state !== 'unknown') return refuse('notUnknown');
      if (row.looking_until) return refuse('stillLooking');
      await (verdict === 'sendAgain' ? sendAgain(tx, row) : letGo(tx, row));
      await noteInAudit(tx, { by: caller, action: 'post.resolved', about: postId, details: { verdict } });
      return accept(await presentPost(tx, this.vault, postId));
    });
  }
}

async function sendAgain(tx: Tx, { post_id }: PostRow): Promise<void> {
  await tx.query(`UPDATE post SET state = 'queued', approved = true WHERE post_id = $1`, [post_id]);
  await tell(tx, [post_id], 'The team chose to send it again. Baton looks on the timeline once more first.');
}

async function letGo(tx: Tx, row: PostRow): Promise<void> {
  await tx.query(`UPDATE post SET state = 'withdrawn' WHERE post_id = $1`, [row.post_id]);
  await tell(tx, [row.post_id], 'The team chose not to send it again. Your words are kept here.');
  await stopThreadBehind(tx, row, 'Not sent: the part before it is not known to be out.');
}
