import { type OfferState, offerClosed, type TakeoverId } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { dropTimers } from '../timers/timers.js';
import { offerExpires } from './ask-next.js';
import type { Offer } from './offers.js';

const close = `
  UPDATE cover_offer SET state = $3, answered_at = baton.now(), takeover_id = $4
   WHERE charity_id = $1 AND offer_id = $2 AND state = 'open'`;

/** An open offer is open no more, and whoever mails is told. The caller has locked its slot. */
export async function closeOffer(
  tx: Tx,
  { offerId, slotId, curatorId }: Offer,
  outcome: Exclude<OfferState, 'open'>,
  takeoverId?: TakeoverId,
): Promise<void> {
  await tx.query(close, [tx.charityId, offerId, outcome, takeoverId ?? null]);
  await dropTimers(tx, offerId, [offerExpires]);
  const data = { offerId, slotId, curatorId, outcome };
  await appendFacts(tx, newFact(offerClosed, { subject: offerId, revision: 2, data }));
}
