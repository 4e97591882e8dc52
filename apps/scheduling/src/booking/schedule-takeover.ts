import {
  type CuratorId,
  type DataOf,
  type SlotId,
  type TakeoverId,
  takeoverScheduled,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { settleUncovered } from '../cover/settle-uncovered.js';
import { setTakeoverTimers } from '../takeovers/set-takeover-timers.js';
import { findTakeover, type Takeover } from '../takeovers/takeovers.js';

export interface Booking {
  readonly takeoverId: TakeoverId;
  readonly slotId: SlotId;
  readonly curatorId: CuratorId;
}

interface Terms {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly because: NonNullable<DataOf<typeof takeoverScheduled>['because']>;
}

const insert = `
  INSERT INTO takeover (charity_id, takeover_id, slot_id, curator_id, opens_at, closes_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING takeover_id`;

/**
 * Gives a slot to somebody and says so. Nothing where somebody else has it, or its id or its time is another takeover's: only the
 * database can tell (R13).
 */
export async function scheduleTakeover(
  tx: Tx,
  { takeoverId, slotId, curatorId }: Booking,
  { opensAt, closesAt, because }: Terms,
): Promise<Takeover | undefined> {
  const values = [tx.charityId, takeoverId, slotId, curatorId, opensAt, closesAt];
  const inserted = await tx.query(insert, values);
  const takeover = inserted.length === 1 ? await findTakeover(tx, takeoverId) : undefined;
  if (!takeover) return undefined;
  const { state: _, ...data } = takeover;
  await appendFacts(
    tx,
    newFact(takeoverScheduled, {
      subject: takeoverId,
      revision: 1,
      data: because === 'booked' ? data : { ...data, because },
    }),
  );
  await settleUncovered(tx, [slotId], 'taken');
  await setTakeoverTimers(tx, takeoverId);
  return takeover;
}
