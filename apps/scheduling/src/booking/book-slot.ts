import {
  accept,
  type bookSlot,
  type Caller,
  type CuratorId,
  type InputOf,
  isRefusal,
  type ResultOf,
  refuse,
  type SlotId,
  schedulingAudited,
  type TakeoverId,
  takeoverScheduled,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { HandoverClock } from '../handover/handover-clock.js';
import { findSlot, type Slot, slotsAhead } from '../slots/slots.js';
import { setTakeoverTimers } from '../takeovers/set-takeover-timers.js';
import { findTakeover, type Takeover } from '../takeovers/takeovers.js';
import { type BookingDecision, decideBooking, whoBooks } from './decide-booking.js';

interface Booking {
  readonly takeoverId: TakeoverId;
  readonly slotId: SlotId;
  readonly curatorId: CuratorId;
}
type Answer = ResultOf<typeof bookSlot>;

/**
 * Of any number of people who book a slot at once, one gets it: whom the unique constraint lets in (R13).
 * The others wait for that transaction's end, and are then shown what is free.
 */
@Injectable()
export class BookSlot implements Handles<typeof bookSlot> {
  constructor(
    private readonly database: Database,
    private readonly clock: HandoverClock,
  ) {}

  async handle(input: InputOf<typeof bookSlot>, { caller }: CallContext): Promise<Answer> {
    const curator = whoBooks(caller, input.curatorId);
    if (isRefusal(curator)) return curator;
    const booking = { takeoverId: input.takeoverId, slotId: input.slotId, curatorId: curator.value };
    return this.database.inCharity(input.charityId, (tx) => this.book(tx, booking, caller));
  }

  private async book(tx: Tx, booking: Booking, by: Caller): Promise<Answer> {
    const before = await decide(tx, booking);
    if (before.decision !== 'book') return answerTo(before);
    const takeover = await insertTakeover(tx, booking);
    if (takeover) {
      await appendFacts(tx, scheduled(takeover), booked(takeover, by, await databaseNow(tx)));
      await setTakeoverTimers(tx, takeover.takeoverId);
      tx.afterCommit(() => void this.clock.look());
      return accept(takeover);
    }
    const meanwhile = await decide(tx, booking);
    if (meanwhile.decision !== 'book') return answerTo(meanwhile);
    return refuseTaken(await slotsAhead(tx, { state: 'free', limit: 5 }));
  }
}

/** Shared: whoever takes back their consent meanwhile waits for the booking, and frees it. */
const readyCurator = 'SELECT FROM curator WHERE curator_id = $1 AND withdrawn_at IS NULL FOR SHARE';

async function decide(tx: Tx, wanted: Booking): Promise<BookingDecision> {
  const curators = await tx.query(readyCurator, [wanted.curatorId]);
  return decideBooking({
    wanted,
    sameId: await findTakeover(tx, wanted.takeoverId),
    slot: await findSlot(tx, wanted.slotId),
    curatorIsReady: curators.length === 1,
  });
}

/**
 * Nothing when someone else has the slot, or this very booking was made by another call meanwhile, or a
 * changed rota just removed the slot: the lock makes removing and booking wait for each other.
 */
async function insertTakeover(tx: Tx, booking: Booking): Promise<Takeover | undefined> {
  const inserted = await tx.query(
    `INSERT INTO takeover (charity_id, takeover_id, slot_id, curator_id, opens_at, closes_at)
     SELECT charity_id, $1, slot_id, $2, opens_at, closes_at FROM slot WHERE slot_id = $3 FOR KEY SHARE
     ON CONFLICT DO NOTHING
     RETURNING takeover_id`,
    [booking.takeoverId, booking.curatorId, booking.slotId],
  );
  return inserted.length === 1 ? findTakeover(tx, booking.takeoverId) : undefined;
}

const refuseTaken = (alternatives: Slot[]) =>
  refuse('slotTaken', {
    details: { alternatives },
    ...(alternatives.length === 0 && {
      message: 'Someone else has just booked this slot, and no other is free yet.',
    }),
  });

const scheduled = ({ state: _, ...booked }: Takeover) =>
  newFact(takeoverScheduled, { subject: booked.takeoverId, revision: 1, data: booked });

const booked = ({ takeoverId, slotId, curatorId }: Takeover, by: Caller, at: Date) =>
  newAuditFact(schedulingAudited, {
    by,
    action: 'slot.booked',
    about: takeoverId,
    details: { slot: slotId, curator: curatorId },
    at,
  });

function answerTo(decided: Exclude<BookingDecision, { decision: 'book' }>): Answer {
  if (decided.decision === 'bookedBefore') return accept(decided.takeover);
  if (decided.code !== 'idOfAnother') return refuse(decided.code);
  return refuse('badInput', {
    details: [
      { field: 'takeoverId', problem: 'is the id of another booking already: please make a new one' },
    ],
  });
}
