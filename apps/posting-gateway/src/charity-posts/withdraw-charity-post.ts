import { accept, type InputOf, type ResultOf, refuse, type withdrawCharityPost } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { backToUnknown, mayBeOutFromBefore } from '../posts/may-be-out.js';
import { lockPost, type PostRow } from '../posts/post-row.js';
import { presentPost } from '../posts/present-posts.js';
import { tell } from '../posts/tell.js';

/** Takes back a post of the charity's own that has not gone, whoever of the team wrote it. Again: the same answer. */
@Injectable()
export class WithdrawCharityPost implements Handles<typeof withdrawCharityPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, postId }: InputOf<typeof withdrawCharityPost>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof withdrawCharityPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await lockPost(tx, postId);
      if (row?.kind !== 'own') return refuse('notFound');
      if (row.state === 'queued' || row.state === 'held') {
        await withdraw(tx, row);
        await noteInAudit(tx, { by: caller, action: 'charity-post.withdrawn', about: postId });
      } else if (row.state !== 'withdrawn') return refuse('tooLate');
      return accept(await presentPost(tx, this.vault, postId, caller));
    });
  }
}

async function withdraw(tx: Tx, row: PostRow): Promise<void> {
  if (mayBeOutFromBefore(row)) return backToUnknown(tx, [row], 'Taken back by the team: not sent again.');
  await tx.query(`UPDATE post SET state = 'withdrawn' WHERE post_id = $1`, [row.post_id]);
  await tell(tx, [row.post_id], 'Taken back by the team. The words are kept here.', 'team');
}
