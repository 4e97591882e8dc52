import { accept, type InputOf, type ResultOf, refuse, type setRest } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lockSwitch } from '../kill-switch/read-switch.js';
import { policyInForce } from '../policy/policy-in-force.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { whenDue } from '../posts/when-due.js';
import { Lanes } from '../publishing/lanes.js';
import { CoverForCurator } from '../takeovers/cover-for-curator.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { readTakeover, type Takeover } from '../takeovers/read-takeover.js';
import { lockWaitingCover, takeBackCover } from '../takeovers/take-back-cover.js';
import { endOf, momentIn } from '../takeovers/takeover-window.js';
import { presentRest } from './present-rest.js';

/**
 * A curator rests, or is back. The switch is locked as when it is thrown: what is being sent to X has been written down
 * before, and nothing of theirs begins after. Once they are back, what became due meanwhile can be taken back for as long as
 * any other post, so that nothing goes out unseen; and a cover that has not been said is not needed any more.
 */
@Injectable()
export class SetRest implements Handles<typeof setRest> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(CoverForCurator) private readonly coverFor: CoverForCurator,
  ) {}

  handle(
    { charityId, takeoverId, resting }: InputOf<typeof setRest>,
    call: CallContext,
  ): Promise<ResultOf<typeof setRest>> {
    return this.database.inCharity(charityId, async (tx) => {
      const { now } = await lockSwitch(tx);
      const takeover = await readTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      if (takeover.curatorId !== curatorOf(call)) return refuse('notYours');
      if (momentIn(takeover, now) !== 'open') return refuse('notOpen');
      await this.lanes.wakeAll(tx);
      if (resting && !takeover.restingSince) await this.begin(tx, takeover, now);
      if (!resting && takeover.restingSince) await end(tx, takeover, now);
      return accept(await presentRest(tx, takeoverId));
    });
  }

  private async begin(tx: Tx, takeover: Takeover, now: Date): Promise<void> {
    await tx.query('UPDATE takeover SET resting_since = $2 WHERE takeover_id = $1', [
      takeover.takeoverId,
      now,
    ]);
    const waiting = await postsThatWait(tx, takeover);
    await tell(tx, idsOf(waiting), 'Its author is resting. It waits until they are back.', 'author');
    await this.coverFor.cover(tx, takeover, 'rest');
  }
}

async function end(tx: Tx, takeover: Takeover, now: Date): Promise<void> {
  const { policy } = await policyInForce(tx);
  await tx.query('UPDATE takeover SET resting_since = NULL WHERE takeover_id = $1', [takeover.takeoverId]);
  const waiting = await postsThatWait(tx, takeover);
  const soonest = whenDue({ now, end: endOf(takeover), undoSeconds: policy.undoSeconds, timedFor: null });
  await tx.query('UPDATE post SET due_at = greatest(due_at, $2) WHERE post_id = ANY($1)', [
    idsOf(waiting),
    soonest,
  ]);
  await tell(tx, idsOf(waiting), 'Its author is back.', 'author');
  const cover = await lockWaitingCover(tx, takeover.takeoverId);
  if (cover) await takeBackCover(tx, cover);
}

const postsThatWait = (tx: Tx, { takeoverId }: Takeover): Promise<PostRow[]> =>
  tx.query(
    `SELECT * FROM post WHERE takeover_id = $1 AND author = 'curator' AND state = 'queued'
      ORDER BY sequence FOR UPDATE`,
    [takeoverId],
  );

const idsOf = (rows: readonly PostRow[]) => rows.map((row) => row.post_id);
