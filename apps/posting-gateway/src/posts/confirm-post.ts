import {
  accept,
  type confirmPost,
  type InputOf,
  type ResultOf,
  refuse,
  type TakeoverId,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { readSwitch } from '../kill-switch/read-switch.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { Lanes } from '../publishing/lanes.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { requireTakeover } from '../takeovers/read-takeover.js';
import { endOf } from '../takeovers/takeover-window.js';
import { findPostFor } from './find-post-for.js';
import type { PostRow } from './post-row.js';
import { presentPost } from './present-posts.js';
import { tell } from './tell.js';
import { whenDue } from './when-due.js';

/**
 * Its author, who wants to be asked first, says yes to a post and all of its thread, as they saw it: what another device
 * changed meanwhile they are asked again. Again: the same answer.
 */
@Injectable()
export class ConfirmPost implements Handles<typeof confirmPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  handle(
    { charityId, postId, seen }: InputOf<typeof confirmPost>,
    call: CallContext,
  ): Promise<ResultOf<typeof confirmPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await findPostFor(tx, postId, call);
      if (!row) return refuse('notFound');
      if (row.takeover_id === null || row.curator_id === null || row.curator_id !== curatorOf(call))
        return refuse('notYours');
      const dueAt = await this.dueAt(tx, row, row.takeover_id);
      await this.lanes.wake(tx, row.account_id, dueAt);
      const parts = await partsThatWait(tx, row);
      const isSeen = (part: PostRow) =>
        seen.some(({ postId, edition }) => postId === part.post_id && edition === part.edition);
      if (!parts.every(isSeen)) return refuse('changedElsewhere');
      await sayYes(tx, parts, dueAt);
      const isWaiting = row.state === 'queued' || row.state === 'held';
      if (parts.length === 0 && !isWaiting) return refuse('notWaitingForYou');
      return accept(await presentPost(tx, this.vault, postId, 'author'));
    });
  }

  private async dueAt(tx: Tx, row: PostRow, takeoverId: TakeoverId): Promise<Date> {
    const { now } = await readSwitch(tx);
    const { policy } = await policyInForce(tx);
    const end = endOf(await requireTakeover(tx, takeoverId));
    return whenDue({ now, end, undoSeconds: policy.undoSeconds, timedFor: row.timed_for });
  }
}

const partsThatWait = (tx: Tx, { thread_id }: PostRow): Promise<PostRow[]> =>
  tx.query(
    `SELECT * FROM post WHERE thread_id = $1 AND needs_yes AND state IN ('queued', 'held')
      ORDER BY position FOR UPDATE`,
    [thread_id],
  );

async function sayYes(tx: Tx, parts: readonly PostRow[], dueAt: Date): Promise<void> {
  const ids = parts.map(({ post_id }) => post_id);
  await tx.query('UPDATE post SET needs_yes = false, due_at = $2 WHERE post_id = ANY($1)', [ids, dueAt]);
  await tell(tx, ids, 'Its author said yes.', 'author');
}
