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
 * the transaction ends. Whoever needs the row of a curator or a takeover as well takes it after this one.
 */
export async function lockSlot(tx: Tx, slotId: SlotId): Promise<LockedSlot | undefined> {
  const [slot] = await tx.query<Omit<LockedSlot, 'now'>>(lock, [tx.charityId, slotId]);
  if (!slot) return undefined;
  const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
  return clock && { ...slot, now: clock.now };
}
