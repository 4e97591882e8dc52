import {
  accept,
  type Caller,
  type endTakeover,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
  type TakeoverId,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { factsOf } from '../handover/state-moves.js';
import { lockSlot } from '../slots/lock-slot.js';
import { closeEarly } from './close-early.js';
import { findTakeover } from './takeovers.js';

/**
 * Closes a takeover before its time: once, whether the clock or a person comes first, and the clock leaves it alone from
 * then on. Nobody is asked why, and nothing is kept that would tell.
 */
@Injectable()
export class EndTakeover implements Handles<typeof endTakeover> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, takeoverId }: InputOf<typeof endTakeover>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof endTakeover>> {
    return this.database.inCharity(charityId, async (tx) => {
      const takeover = await findTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      if (caller.kind === 'curator' && caller.curatorId !== takeover.curatorId) return refuse('notYours');
      if (Date.parse(takeover.opensAt) > (await databaseNow(tx)).getTime()) return refuse('notBegun');
      await lockSlot(tx, takeover.slotId);
      await close(tx, takeoverId, caller);
      return accept((await findTakeover(tx, takeoverId)) ?? takeover);
    });
  }
}

async function close(tx: Tx, takeoverId: TakeoverId, by: Caller): Promise<void> {
  const closed = await closeEarly(tx, takeoverId, 'ended');
  await appendFacts(
    tx,
    ...factsOf(closed).map(({ fact }) => fact),
    ...closed.map(({ movedAt: at }) =>
      newAuditFact(schedulingAudited, { by, action: 'takeover.ended', about: takeoverId, at }),
    ),
  );
}
