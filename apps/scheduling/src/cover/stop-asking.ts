import type { SlotId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { endSearch } from './ask-next.js';
import { closeOffer } from './close-offer.js';
import { openOfferOf } from './offers.js';

/** Whoever is being asked about a slot is asked no more, nor anybody after them. False where nobody was. The caller has locked it. */
export async function stopAsking(tx: Tx, slotId: SlotId): Promise<boolean> {
  const offer = await openOfferOf(tx, slotId);
  if (!offer) return false;
  await closeOffer(tx, offer, 'withdrawn');
  await endSearch(tx, offer.coverId, 'stopped');
  return true;
}
