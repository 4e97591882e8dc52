import type { SlotId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { lockSlot } from '../slots/lock-slot.js';
import { endSearch } from './ask-next.js';
import { beginSearch, type Cause } from './begin-search.js';
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

export interface Stopped extends Cause {
  readonly slotId: SlotId;
}

const asking = `
  SELECT slot_id AS "slotId", because, left_by AS "leftBy" FROM cover
   WHERE charity_id = $1 AND asked_slot_id = ANY ($2::uuid[]) ORDER BY slot_id`;

/** The same of all of these slots about which somebody is being asked. Answers what for, so that it can begin again. */
export async function stopAskingAbout(tx: Tx, slotIds: readonly SlotId[]): Promise<Stopped[]> {
  const stopped: Stopped[] = [];
  for (const search of await tx.query<Stopped>(asking, [tx.charityId, slotIds])) {
    await lockSlot(tx, search.slotId);
    if (await stopAsking(tx, search.slotId)) stopped.push(search);
  }
  return stopped;
}

/** Begins again what was stopped, by the windows there are now: whoever was asked is asked about the new one. */
export async function askAgain(tx: Tx, stopped: readonly Stopped[]): Promise<void> {
  for (const { slotId, ...cause } of stopped) {
    const slot = await lockSlot(tx, slotId);
    if (slot && slot.now < slot.closesAt) await beginSearch(tx, slot, cause);
  }
}
