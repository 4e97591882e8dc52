import type { SlotId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { settleUncovered } from '../cover/settle-uncovered.js';
import { type Stopped, stopAskingAbout } from '../cover/stop-asking.js';

const go = `
  DELETE FROM slot WHERE charity_id = $1 AND slot_id = ANY ($2::uuid[])
     AND NOT EXISTS (SELECT FROM takeover WHERE takeover.charity_id = $1 AND live_slot_id = slot.slot_id)
  RETURNING slot_id AS "slotId"`;

/**
 * The one way in which slots go, whoever takes them; one that somebody has stays. Whoever was asked about one of them is told that
 * the offer is over. Whoever was just booking one is told so when they book: a hold outlives its slot. Answers what was stopped.
 */
export async function freeSlotsGo(tx: Tx, slotIds: readonly SlotId[]): Promise<Stopped[]> {
  if (slotIds.length === 0) return [];
  const stopped = await stopAskingAbout(tx, slotIds);
  const gone = await tx.query<{ slotId: SlotId }>(go, [tx.charityId, slotIds]);
  await settleUncovered(
    tx,
    gone.map(({ slotId }) => slotId),
    'gone',
  );
  return stopped;
}
