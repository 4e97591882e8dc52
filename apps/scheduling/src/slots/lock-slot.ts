import type { SlotId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface LockedSlot {
  readonly slotId: SlotId;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** By the database's clock, once the lock was had. */
  readonly now: Date;
}

const lock = `
  SELECT slot_id AS "slotId", opens_at AS "opensAt", closes_at AS "closesAt" FROM slot
   WHERE charity_id = $1 AND slot_id = $2 FOR NO KEY UPDATE`;

/**
 * Who has a slot, who holds it and to whom it is offered changes under this lock alone, so that what is read after it holds until
 * the transaction ends.
 *
 * Locks are taken in one order, so that nobody waits in a circle: the lock of those who plan slots, slots by their ids, curators by
 * theirs, takeovers, swaps. A timer that the clock is working on is waited for by nobody (`dropTimers`).
 */
export async function lockSlot(tx: Tx, slotId: SlotId): Promise<LockedSlot | undefined> {
  const [slot] = await tx.query<Omit<LockedSlot, 'now'>>(lock, [tx.charityId, slotId]);
  if (!slot) return undefined;
  const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
  return clock && { ...slot, now: clock.now };
}

/** Several, always in the same order; one that is not there any more is passed over. */
export async function lockSlots(tx: Tx, slotIds: readonly SlotId[]): Promise<void> {
  for (const slotId of [...new Set(slotIds)].sort()) await lockSlot(tx, slotId);
}
