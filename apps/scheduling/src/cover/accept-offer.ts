import {
  accept,
  type acceptOffer,
  type Caller,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
  type TakeoverId,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { lockReadyCurator } from '../booking/lock-ready-curator.js';
import { scheduleTakeover } from '../booking/schedule-takeover.js';
import { HandoverClock } from '../handover/handover-clock.js';
import { letGo } from '../holds/holds.js';
import { alternativesFor } from '../rules/alternatives.js';
import { bookingRulesOf } from '../rules/booking-rules.js';
import { brokenLimit } from '../rules/limits.js';
import { type LockedSlot, lockSlot } from '../slots/lock-slot.js';
import { findTakeover, type Takeover } from '../takeovers/takeovers.js';
import { stopWaiting } from '../waitlist/waitlist.js';
import { endSearch } from './ask-next.js';
import { closeOffer } from './close-offer.js';
import { findOffer, type Offer } from './offers.js';

type Answer = ResultOf<typeof acceptOffer>;

/**
 * Under the slot’s lock, so that of a yes, its end by the clock and a manager who stops it one comes first; the others find it over.
 * In the middle of the window the takeover begins at this moment, and the clock is asked to open it at once.
 */
@Injectable()
export class AcceptOffer implements Handles<typeof acceptOffer> {
  constructor(
    private readonly database: Database,
    private readonly clock: HandoverClock,
  ) {}

  handle({ charityId, offerId }: InputOf<typeof acceptOffer>, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(charityId, async (tx) => {
      const seen = await findOffer(tx, offerId);
      if (!seen) return refuse('notFound');
      if (seen.curatorId !== curatorOf(caller)) return refuse('notYours');
      const slot = await lockSlot(tx, seen.slotId);
      const offer = await findOffer(tx, offerId);
      if (!offer) return refuse('notFound');
      const answer = await answerTo(tx, offer, slot, caller);
      tx.afterCommit(() => void this.clock.look());
      return answer;
    });
  }
}

async function answerTo(tx: Tx, offer: Offer, slot: LockedSlot | undefined, by: Caller): Promise<Answer> {
  const taken = offer.takeoverId && (await findTakeover(tx, offer.takeoverId));
  if (taken) return accept(taken);
  if (!slot || offer.state !== 'open' || offer.expiresAt <= slot.now) return over(tx, offer);
  if (!(await lockReadyCurator(tx, offer.curatorId))) return refuse('notReady');
  const broken =
    offer.because === 'freed' && (await brokenLimit(tx, offer.curatorId, slot, await bookingRulesOf(tx)));
  if (broken) {
    const alternatives = await alternativesFor(tx, offer.curatorId, offer.opensAt);
    return refuse(broken.code, { details: { ...broken.details, alternatives } });
  }
  const takeover = await take(tx, offer, slot);
  if (!takeover) return over(tx, offer);
  const { takeoverId, curatorId, slotId } = takeover;
  const details = { slot: slotId, curator: curatorId };
  const note = { by, action: 'cover.accepted', about: takeoverId, details, at: slot.now } as const;
  await appendFacts(tx, newAuditFact(schedulingAudited, note));
  return accept(takeover);
}

/** Also where the slot has gone: whoever was asked finds their offer, and what else there is. */
async function over(tx: Tx, { curatorId, opensAt }: Offer): Promise<Answer> {
  return refuse('offerOver', { details: { alternatives: await alternativesFor(tx, curatorId, opensAt) } });
}

async function take(tx: Tx, offer: Offer, slot: LockedSlot): Promise<Takeover | undefined> {
  const { slotId, curatorId, because } = offer;
  const booking = { takeoverId: newId<TakeoverId>(), slotId, curatorId };
  const opensAt = new Date(Math.max(slot.opensAt.getTime(), slot.now.getTime()));
  const takeover = await scheduleTakeover(tx, booking, {
    opensAt,
    closesAt: slot.closesAt,
    because: because === 'cover' ? 'cover' : 'booked',
  });
  if (!takeover) return undefined;
  await closeOffer(tx, offer, 'accepted', takeover.takeoverId);
  await endSearch(tx, offer.coverId, 'taken');
  await letGo(tx, curatorId);
  // Who steps in for somebody keeps their place among those who wait for a slot of their own.
  if (because === 'freed') await stopWaiting(tx, curatorId);
  return takeover;
}
