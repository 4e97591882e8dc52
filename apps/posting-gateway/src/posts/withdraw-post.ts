import { accept, type InputOf, type ResultOf, refuse, type withdrawPost } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Lanes } from '../publishing/lanes.js';
import { sayOver } from '../review/team-waits.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { findPostFor } from './find-post-for.js';
import { backToUnknown, mayBeOutFromBefore } from './may-be-out.js';
import { lockPost, type PostRow } from './post-row.js';
import { presentPost } from './present-posts.js';
import { stopThreadBehind } from './stop-thread.js';
import { tell } from './tell.js';

/**
 * Takes back a post that has not gone, and what stands behind it in its thread. Again: the same answer.
 * One that was to be sent again is not, and is *unknown* as before: it may be out already.
 * The lane is woken: what stood before a part that was held may go now.
 */
@Injectable()
export class WithdrawPost implements Handles<typeof withdrawPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  handle(
    { charityId, postId }: InputOf<typeof withdrawPost>,
    call: CallContext,
  ): Promise<ResultOf<typeof withdrawPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const found = await findPostFor(tx, postId, call);
      if (!found) return refuse('notFound');
      await this.lanes.wakeNow(tx, found.account_id);
      const row = (await lockPost(tx, postId)) ?? found;
      if (row.curator_id === null || row.curator_id !== curatorOf(call)) return refuse('notYours');
      if (row.state === 'queued' || row.state === 'held') await withdraw(tx, row);
      else if (row.state === 'withdrawn') await keepBack(tx, row);
      else return refuse('tooLate');
      return accept(await presentPost(tx, this.vault, postId, call.caller));
    });
  }
}

/** It was stopped with the part before it; now it stays back also when its thread goes on. */
async function keepBack(tx: Tx, { post_id, stopped_with }: PostRow): Promise<void> {
  if (stopped_with === null) return;
  await tx.query('UPDATE post SET stopped_with = NULL WHERE post_id = $1', [post_id]);
  await tell(tx, [post_id], 'Taken back by its author.', 'author');
}

async function withdraw(tx: Tx, row: PostRow): Promise<void> {
  if (mayBeOutFromBefore(row)) await backToUnknown(tx, [row], 'Taken back by its author: not sent again.');
  else {
    await tx.query(`UPDATE post SET state = 'withdrawn' WHERE post_id = $1`, [row.post_id]);
    await tell(tx, [row.post_id], 'Taken back by its author.');
  }
  if (row.state === 'held') await sayOver(tx, { what: 'heldPost', id: row.post_id });
  await stopThreadBehind(tx, row, 'Taken back with the part before it.');
}
