import {
  accept,
  type Caller,
  type cancelBooking,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { factsOf } from '../handover/state-moves.js';
import { lockSlot } from '../slots/lock-slot.js';
import { closeEarly } from '../takeovers/close-early.js';
import { findTakeover } from '../takeovers/takeovers.js';
import { setTimer } from '../timers/timers.js';
import { forgetsWords, keptDays, noteCancellation } from './cancellations.js';

type Input = InputOf<typeof cancelBooking>;
type Answer = ResultOf<typeof cancelBooking>;

const dayMs = 86_400_000;
const isCancelled = `
  SELECT FROM cancellation WHERE charity_id = $1 AND takeover_id = $2`;

@Injectable()
export class CancelBooking implements Handles<typeof cancelBooking> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  handle(input: Input, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(input.charityId, (tx) => this.cancel(tx, input, caller));
  }

  private async cancel(tx: Tx, { takeoverId, say }: Input, by: Caller): Promise<Answer> {
    const seen = await findTakeover(tx, takeoverId);
    if (!seen) return refuse('notFound');
    if (by.kind === 'curator' && by.curatorId !== seen.curatorId) return refuse('notYours');
    const slot = await lockSlot(tx, seen.slotId);
    const takeover = await findTakeover(tx, takeoverId);
    if (!slot || !takeover) return refuse('notFound');
    if ((await tx.query(isCancelled, [tx.charityId, takeoverId])).length > 0) return accept(takeover);
    if (takeover.state === 'closed' || new Date(takeover.closesAt) <= slot.now) return refuse('takeoverOver');
    if (new Date(takeover.opensAt) <= slot.now) return refuse('begun');
    const isTheirs = by.kind === 'curator';
    const closed = await closeEarly(tx, takeoverId, isTheirs ? 'cancelledByCurator' : 'cancelledByTeam');
    if (closed.length === 0) return refuse('takeoverOver');
    const { curatorId } = takeover;
    const at = slot.now;
    const whose = isTheirs ? 'curator' : 'team';
    await noteCancellation(tx, this.vault, { takeoverId, curatorId, by: whose, say, at });
    if (say) await setTimer(tx, forgetsWords, takeoverId, new Date(at.getTime() + keptDays * dayMs));
    const note = { by, action: 'booking.cancelled', about: takeoverId, at } as const;
    await appendFacts(tx, ...factsOf(closed).map(({ fact }) => fact), newAuditFact(schedulingAudited, note));
    return accept({ ...takeover, state: 'closed' });
  }
}
