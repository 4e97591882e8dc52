import type { Tx } from '@baton/persistence';
import { type LockedSlot, lockSlot } from '../slots/lock-slot.js';
import { askNext } from './ask-next.js';
import { closeOffer } from './close-offer.js';
import { findOffer, type Offer } from './offers.js';

/** Ends an offer that nobody took, and asks whoever is next. The caller has locked the slot. */
export async function moveOn(
  tx: Tx,
  offer: Offer,
  slot: LockedSlot,
  outcome: 'declined' | 'expired' | 'withdrawn',
): Promise<void> {
  await closeOffer(tx, offer, outcome);
  await askNext(tx, offer, slot);
}

/** The same of an offer whose slot is not locked yet, where it is still open. */
export async function moveOnFrom(
  tx: Tx,
  { slotId, offerId }: Pick<Offer, 'slotId' | 'offerId'>,
  outcome: 'expired' | 'withdrawn',
): Promise<void> {
  const slot = await lockSlot(tx, slotId);
  const offer = await findOffer(tx, offerId);
  if (slot && offer?.state === 'open') await moveOn(tx, offer, slot, outcome);
}
