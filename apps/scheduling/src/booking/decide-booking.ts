import { accept, type Caller, type CuratorId, type Result, refuse, type SlotId } from '@baton/contracts';
import type { Slot } from '../slots/slots.js';
import type { Takeover } from '../takeovers/takeovers.js';

/** Whose booking it is: a curator books for themself, a manager says for whom. */
export function whoBooks(
  caller: Caller,
  named: CuratorId | undefined,
): Result<CuratorId, 'curatorNeeded' | 'forbidden'> {
  if (caller.kind !== 'curator') return named ? accept(named) : refuse('curatorNeeded');
  if (named && named !== caller.curatorId) return refuse('forbidden');
  return accept(caller.curatorId);
}

/** What is known before a booking is tried. Whether the slot is taken is not: only the database can tell. */
export interface BookingSituation {
  readonly wanted: { readonly slotId: SlotId; readonly curatorId: CuratorId };
  /** The takeover that has the booking's id already. */
  readonly sameId: Takeover | undefined;
  readonly slot: Slot | undefined;
  readonly curatorIsReady: boolean;
}

export type BookingDecision =
  | { readonly decision: 'book' }
  | { readonly decision: 'bookedBefore'; readonly takeover: Takeover }
  | { readonly decision: 'refuse'; readonly code: 'notFound' | 'slotOver' | 'notReady' | 'idOfAnother' };

/** A booking that was made stays the answer to its id, also when the slot is over by now. */
export function decideBooking({ wanted, sameId, slot, curatorIsReady }: BookingSituation): BookingDecision {
  if (sameId) {
    const isSame = sameId.slotId === wanted.slotId && sameId.curatorId === wanted.curatorId;
    return isSame
      ? { decision: 'bookedBefore', takeover: sameId }
      : { decision: 'refuse', code: 'idOfAnother' };
  }
  if (!slot) return { decision: 'refuse', code: 'notFound' };
  if (slot.state === 'over') return { decision: 'refuse', code: 'slotOver' };
  if (!curatorIsReady) return { decision: 'refuse', code: 'notReady' };
  return { decision: 'book' };
}
