import {
  accept,
  type bookSlot,
  type Caller,
  type InputOf,
  isRefusal,
  type ResultOf,
  refuse,
  schedulingAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { HandoverClock } from '../handover/handover-clock.js';
import { heldOpensAt, letGo } from '../holds/holds.js';
import { alternativesFor } from '../rules/alternatives.js';
import { lockSlot } from '../slots/lock-slot.js';
import { findSlot, type Slot } from '../slots/slots.js';
import { findTakeover, type Takeover } from '../takeovers/takeovers.js';
import { stopWaiting } from '../waitlist/waitlist.js';
import { type BookingDecision, decideBooking, whoBooks } from './decide-booking.js';
import { lockReadyCurator } from './lock-ready-curator.js';
import { type Booking, scheduleTakeover } from './schedule-takeover.js';
import { whatStandsInTheWay } from './what-stands-in-the-way.js';

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
    const { charityId, takeoverId, slotId, despiteLimits = false } = input;
    if (despiteLimits && caller.kind === 'curator') return refuse('forbidden');
    const booking = { takeoverId, slotId, curatorId: curator.value };
    return this.database.inCharity(charityId, async (tx) => {
      const answer = await book(tx, booking, { by: caller, despiteLimits });
      tx.afterCommit(() => void this.clock.look());
      return answer;
    });
  }
}

interface How {
  readonly by: Caller;
  readonly despiteLimits: boolean;
}

async function book(tx: Tx, booking: Booking, how: How): Promise<Answer> {
  const taken = await takenBefore(tx, booking);
  if (taken) return refuseTaken(tx, booking, new Date(taken.opensAt));
  const locked = await lockSlot(tx, booking.slotId);
  const decided = await decide(tx, booking);
  const gone = locked ? undefined : await heldOpensAt(tx, booking);
  if (gone) return refuseGone(tx, booking, gone);
  if (decided.decision !== 'book') return answerTo(decided);
  if (!locked) return refuse('notFound');
  const obstacle = await whatStandsInTheWay(tx, booking, locked, how.despiteLimits);
  if (obstacle) return obstacle;
  const takeover = await scheduleTakeover(tx, booking, { ...locked, because: 'booked' });
  if (!takeover) return takenMeanwhile(tx, booking, locked.opensAt);
  await letGo(tx, booking.curatorId);
  await stopWaiting(tx, booking.curatorId);
  await appendFacts(tx, booked(takeover, how, await databaseNow(tx)));
  return accept(takeover);
}

/** Before any lock, so that of very many at once those who come too late do not wait for each other. */
async function takenBefore(tx: Tx, { slotId, takeoverId }: Booking): Promise<Slot | undefined> {
  const slot = await findSlot(tx, slotId);
  if (slot?.state !== 'booked') return undefined;
  return (await findTakeover(tx, takeoverId)) ? undefined : slot;
}

async function decide(tx: Tx, wanted: Booking): Promise<BookingDecision> {
  const curatorIsReady = await lockReadyCurator(tx, wanted.curatorId);
  return decideBooking({
    wanted,
    sameId: await findTakeover(tx, wanted.takeoverId),
    slot: await findSlot(tx, wanted.slotId),
    curatorIsReady,
  });
}

/** Or this very id was given to another booking by another call meanwhile. */
async function takenMeanwhile(tx: Tx, booking: Booking, opensAt: Date): Promise<Answer> {
  const meanwhile = await decide(tx, booking);
  return meanwhile.decision === 'book' ? refuseTaken(tx, booking, opensAt) : answerTo(meanwhile);
}

async function refuseTaken(tx: Tx, { curatorId }: Booking, opensAt: Date): Promise<Answer> {
  const alternatives = await alternativesFor(tx, curatorId, opensAt);
  return refuse('slotTaken', {
    details: { alternatives },
    ...(alternatives.length === 0 && {
      message: 'Someone else has just booked this slot, and no other is free yet.',
    }),
  });
}

/** The rota has changed while they were just booking. */
async function refuseGone(tx: Tx, { curatorId }: Booking, opensAt: Date): Promise<Answer> {
  return refuse('slotGone', { details: { alternatives: await alternativesFor(tx, curatorId, opensAt) } });
}

const booked = ({ takeoverId, slotId, curatorId }: Takeover, { by, despiteLimits }: How, at: Date) =>
  newAuditFact(schedulingAudited, {
    by,
    action: 'slot.booked',
    about: takeoverId,
    details: { slot: slotId, curator: curatorId, ...(despiteLimits && { despiteLimits }) },
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
