import {
  accept,
  type Caller,
  type CoverState,
  type CuratorId,
  type InputOf,
  type ResultOf,
  refuse,
  type reportUnwell,
  type SlotId,
  schedulingAudited,
  type TakeoverId,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { factsOf } from '../handover/state-moves.js';
import { lockSlot } from '../slots/lock-slot.js';
import { closeEarly } from '../takeovers/close-early.js';
import { findTakeover } from '../takeovers/takeovers.js';

type Answer = ResultOf<typeof reportUnwell>;

/** What is open comes first, then what was given up within the day: who clicks twice means the same takeover, and not the one after it. */
const openOrNext = `
  SELECT takeover_id AS "takeoverId" FROM takeover
   WHERE charity_id = $1 AND curator_id = $2
     AND (because = 'unwell' AND closed_at > baton.now() - interval '1 day'
          OR state <> 'closed' AND closes_at > baton.now())
   ORDER BY state = 'open' DESC, because = 'unwell' DESC NULLS LAST, closed_at DESC, opens_at LIMIT 1`;
const lastCover = `
  SELECT state FROM cover WHERE charity_id = $1 AND slot_id = $2 AND left_by = $3 ORDER BY begun_at DESC LIMIT 1`;

/**
 * One call and no reason. The audit says that a booking was called off, like any other: that somebody was unwell does not belong
 * into what can never be taken out again.
 */
@Injectable()
export class ReportUnwell implements Handles<typeof reportUnwell> {
  constructor(private readonly database: Database) {}

  handle({ charityId, takeoverId }: InputOf<typeof reportUnwell>, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(charityId, async (tx) => {
      if (takeoverId) return giveUp(tx, takeoverId, caller);
      if (caller.kind !== 'curator') return refuse('takeoverNeeded');
      const [theirs] = await tx.query<{ takeoverId: TakeoverId }>(openOrNext, [charityId, caller.curatorId]);
      return theirs ? giveUp(tx, theirs.takeoverId, caller) : refuse('nothingBooked');
    });
  }
}

async function giveUp(tx: Tx, takeoverId: TakeoverId, by: Caller): Promise<Answer> {
  const seen = await findTakeover(tx, takeoverId);
  if (!seen) return refuse('notFound');
  if (by.kind === 'curator' && by.curatorId !== seen.curatorId) return refuse('notYours');
  const slot = await lockSlot(tx, seen.slotId);
  const closed = await closeEarly(tx, takeoverId, 'unwell');
  const at = slot?.now ?? new Date(seen.opensAt);
  await appendFacts(
    tx,
    ...factsOf(closed).map(({ fact }) => fact),
    ...closed.map(() =>
      newAuditFact(schedulingAudited, { by, action: 'booking.cancelled', about: takeoverId, at }),
    ),
  );
  const takeover = (await findTakeover(tx, takeoverId)) ?? seen;
  // One that was extended beyond its slot leaves nothing to be covered; it is given up all the same.
  const cover =
    (await coverOf(tx, takeover.slotId, takeover.curatorId)) ?? (closed.length > 0 ? 'free' : undefined);
  return cover ? accept({ takeover, cover }) : refuse('takeoverOver');
}

async function coverOf(tx: Tx, slotId: SlotId, leftBy: CuratorId): Promise<CoverState | undefined> {
  const [cover] = await tx.query<{ state: CoverState }>(lastCover, [tx.charityId, slotId, leftBy]);
  return cover?.state;
}
