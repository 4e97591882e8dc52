import {
  accept,
  type CuratorId,
  type InputOf,
  type PostId,
  type ResultOf,
  refuse,
  type withdrawRehearsalPost,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { mayStillWrite } from '../consent/may-still-write.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { presentRehearsed } from './present-rehearsal.js';
import { lockRehearsal, type RehearsalRow } from './rehearsal-row.js';
import { undoFor, whatBecameOfIt } from './what-became-of-it.js';

/** As with real posts: what has not gone is taken back with what stands behind it in its thread, what is out goes alone. */
@Injectable()
export class WithdrawRehearsalPost implements Handles<typeof withdrawRehearsalPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, postId }: InputOf<typeof withdrawRehearsalPost>,
    call: CallContext,
  ): Promise<ResultOf<typeof withdrawRehearsalPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      if (!(await mayStillWrite(tx, curatorId))) return refuse('consentWithdrawn');
      await lockRehearsal(tx, curatorId);
      const found = await find(tx, curatorId, postId);
      if (!found) return refuse('notFound');
      const { state } = whatBecameOfIt(found, await databaseNow(tx));
      if (undoFor[state]) await withdraw(tx, curatorId, found, state === 'out');
      const row = (await find(tx, curatorId, postId)) ?? found;
      const [shown] = await presentRehearsed(tx, this.vault, curatorId, [row]);
      return shown ? accept(shown) : refuse('notFound');
    });
  }
}

async function find(tx: Tx, curatorId: CuratorId, postId: PostId): Promise<RehearsalRow | undefined> {
  const [row] = await tx.query<RehearsalRow>(
    'SELECT * FROM rehearsal_post WHERE charity_id = $1 AND curator_id = $2 AND post_id = $3',
    [tx.charityId, curatorId, postId],
  );
  return row;
}

const withdraw = (
  tx: Tx,
  curatorId: CuratorId,
  { thread_id: threadId, position }: RehearsalRow,
  isOut: boolean,
): Promise<unknown> =>
  tx.query(
    `UPDATE rehearsal_post SET withdrawn_at = baton.now()
      WHERE charity_id = $1 AND curator_id = $2 AND thread_id = $3 AND withdrawn_at IS NULL
        AND (position = $4 OR position > $4 AND NOT $5)`,
    [tx.charityId, curatorId, threadId, position, isOut],
  );
