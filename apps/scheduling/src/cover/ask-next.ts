import { type CoverState, type OfferId, slotOffered, slotUncovered } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { bookingRulesOf } from '../rules/booking-rules.js';
import type { LockedSlot } from '../slots/lock-slot.js';
import { setTimer } from '../timers/timers.js';
import { offerEnds } from './decide-cover.js';
import { type Search, whomToAsk } from './whom-to-ask.js';

const offer = `
  INSERT INTO cover_offer
    (charity_id, offer_id, cover_id, slot_id, curator_id, asked_as, offered_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const howManyAsked = `
  SELECT count(*)::int AS asked FROM cover_offer WHERE charity_id = $1 AND cover_id = $2`;

/** The kind of the timer that ends an offer; its subject is the offer. */
export const offerExpires = 'offerExpires';

/**
 * Offers a slot to whoever’s turn it is, or ends the search. The caller has locked the slot, and no offer of it is open: there is one
 * as long as a search goes on, and none else.
 */
export async function askNext(tx: Tx, search: Search, slot: LockedSlot): Promise<CoverState> {
  const rules = await bookingRulesOf(tx);
  const expiresAt = offerEnds({ ...slot, offerMinutes: rules.offerMinutes });
  const candidate = expiresAt && (await whomToAsk(tx, search, rules));
  if (!candidate) return endUnanswered(tx, search, slot);
  const offerId = newId<OfferId>();
  const { coverId, slotId, because } = search;
  const { curatorId, askedAs } = candidate;
  const values = [tx.charityId, offerId, coverId, slotId, curatorId, askedAs, slot.now, expiresAt];
  await tx.query(offer, values);
  await setTimer(tx, offerExpires, offerId, expiresAt);
  const data = {
    offerId,
    slotId,
    curatorId,
    opensAt: slot.opensAt.toISOString(),
    closesAt: slot.closesAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    because,
  };
  await appendFacts(tx, newFact(slotOffered, { subject: offerId, revision: 1, data }));
  return 'asking';
}

export async function endSearch(tx: Tx, coverId: string, state: CoverState): Promise<void> {
  await tx.query('UPDATE cover SET state = $3 WHERE charity_id = $1 AND cover_id = $2', [
    tx.charityId,
    coverId,
    state,
  ]);
}

/** Whoever waits for a slot is told nothing, and it is anybody’s; where somebody is missed, the charity covers. */
async function endUnanswered(
  tx: Tx,
  { coverId, slotId, because }: Search,
  { opensAt, closesAt }: LockedSlot,
): Promise<CoverState> {
  const state = because === 'cover' ? 'uncovered' : 'free';
  await endSearch(tx, coverId, state);
  if (state === 'free') return state;
  const [counted] = await tx.query<{ asked: number }>(howManyAsked, [tx.charityId, coverId]);
  const data = {
    slotId,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    asked: counted?.asked ?? 0,
  };
  await appendFacts(tx, newFact(slotUncovered, { subject: coverId, revision: 1, data }));
  return state;
}
