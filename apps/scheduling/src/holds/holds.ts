import type { CuratorId, SlotId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** Whom a slot is being kept for at this moment, if for anybody. The caller has locked the slot. */
export async function whoHolds(tx: Tx, slotId: SlotId): Promise<CuratorId | undefined> {
  const [hold] = await tx.query<{ curatorId: CuratorId }>(
    `SELECT curator_id AS "curatorId" FROM slot_hold
      WHERE charity_id = $1 AND slot_id = $2 AND held_until > baton.now()`,
    [tx.charityId, slotId],
  );
  return hold?.curatorId;
}

/** True where there was one that still held. */
export async function letGo(tx: Tx, curatorId: CuratorId): Promise<boolean> {
  const released = await tx.query<{ held: boolean }>(
    `DELETE FROM slot_hold WHERE charity_id = $1 AND curator_id = $2 RETURNING held_until > baton.now() AS held`,
    [tx.charityId, curatorId],
  );
  return released.some(({ held }) => held);
}

/** When the slot opened that is kept for somebody, whether or not it is still there. */
export async function heldOpensAt(tx: Tx, { slotId, curatorId }: Held): Promise<Date | undefined> {
  const [hold] = await tx.query<{ opensAt: Date }>(
    'SELECT opens_at AS "opensAt" FROM slot_hold WHERE charity_id = $1 AND slot_id = $2 AND curator_id = $3',
    [tx.charityId, slotId, curatorId],
  );
  return hold?.opensAt;
}

interface Held {
  readonly slotId: SlotId;
  readonly curatorId: CuratorId;
}
