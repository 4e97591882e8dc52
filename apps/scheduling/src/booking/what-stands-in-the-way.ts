import { type bookSlot, type ResultOf, refuse } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { offeredTo } from '../cover/offers.js';
import { whoHolds } from '../holds/holds.js';
import { alternativesFor } from '../rules/alternatives.js';
import { bookingRulesOf } from '../rules/booking-rules.js';
import { brokenLimit } from '../rules/limits.js';
import type { LockedSlot } from '../slots/lock-slot.js';
import type { Booking } from './schedule-takeover.js';

/**
 * Nothing where the booking may be tried. That somebody else has the slot is not among it: of that only the constraint can tell. The
 * caller has locked the slot and the curator.
 */
export async function whatStandsInTheWay(
  tx: Tx,
  { slotId, curatorId }: Booking,
  slot: LockedSlot,
  despiteLimits: boolean,
): Promise<ResultOf<typeof bookSlot> | undefined> {
  const alternatives = () => alternativesFor(tx, curatorId, slot.opensAt);
  const asked = await offeredTo(tx, slotId);
  if (asked === curatorId) return refuse('offeredToYou');
  const holder = asked ?? (await whoHolds(tx, slotId));
  if (holder && holder !== curatorId)
    return refuse('slotHeld', { details: { alternatives: await alternatives() } });
  if (despiteLimits) return undefined;
  const broken = await brokenLimit(tx, curatorId, slot, await bookingRulesOf(tx));
  if (!broken) return undefined;
  return refuse(broken.code, { details: { ...broken.details, alternatives: await alternatives() } });
}
