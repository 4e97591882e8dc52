import {
  accept,
  type giveAccountBack,
  type InputOf,
  isRefusal,
  type OutputOf,
  type ResultOf,
  refuse,
  type TakeoverId,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lockSwitch } from '../kill-switch/read-switch.js';
import { decideGivingBack } from './decide-giving-back.js';
import { EndEarly } from './end-early.js';
import { readTakeover, requireTakeover } from './read-takeover.js';
import { endOf } from './takeover-window.js';

/**
 * A takeover ends before its time, here, where its posts go out: nobody has to hear of it first. The switch is locked as when
 * it is thrown, so what is being sent to X has been written down before, and nothing of the curator’s begins after. The rota
 * hears of it by the fact. Nobody is asked why, and nothing is kept that would tell.
 */
@Injectable()
export class GiveAccountBack implements Handles<typeof giveAccountBack> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EndEarly) private readonly early: EndEarly,
  ) {}

  handle(
    { charityId, takeoverId }: InputOf<typeof giveAccountBack>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof giveAccountBack>> {
    return this.database.inCharity(charityId, async (tx) => {
      const { now } = await lockSwitch(tx);
      const takeover = await readTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      const decision = decideGivingBack({ now, takeover, caller });
      if (isRefusal(decision)) return decision;
      if (decision.value === 'close')
        await this.early.end(tx, takeover, { now, by: caller, says: 'goodbye' });
      return accept(await presentEnd(tx, takeoverId));
    });
  }
}

async function presentEnd(tx: Tx, takeoverId: TakeoverId): Promise<OutputOf<typeof giveAccountBack>> {
  const closedAt = endOf(await requireTakeover(tx, takeoverId));
  const [posts] = await tx.query<{ stopped: number; unknown: number }>(
    `SELECT (count(*) FILTER (WHERE state IN ('queued', 'held', 'missedWindow')))::int AS stopped,
            (count(*) FILTER (WHERE state IN ('attempting', 'unknown')))::int AS unknown
       FROM post WHERE charity_id = $1 AND takeover_id = $2 AND author = 'curator'`,
    [tx.charityId, takeoverId],
  );
  const { stopped = 0, unknown = 0 } = posts ?? {};
  return { takeoverId, closedAt: closedAt.toISOString(), stopped, unknown };
}
