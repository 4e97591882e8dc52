import type { CuratorId, SlotId } from '@baton/contracts';
import { appendFacts } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { moveOnFrom } from '../cover/move-on.js';
import { openOffersTo } from '../cover/offers.js';
import { factsOf } from '../handover/state-moves.js';
import { letGo } from '../holds/holds.js';
import { lockSlots } from '../slots/lock-slot.js';
import { endStandbyOf } from '../standby/standby.js';
import { closeAllOf } from '../takeovers/close-early.js';
import { stopWaiting } from '../waitlist/waitlist.js';

const theirs = `
  SELECT slot_id AS "slotId" FROM takeover WHERE charity_id = $1 AND curator_id = $2 AND state <> 'closed'
   UNION
  SELECT slot_id FROM cover_offer WHERE charity_id = $1 AND curator_id = $2 AND state = 'open'`;

/**
 * Somebody’s part is over for now: they may not book, what they had booked or were offered is free, they wait for nothing, and a
 * takeover that is open ends. Their row is written before anything is freed: a booking that is just being made holds it, and is then
 * seen and freed here. The slot of that one alone is locked out of order, and so are those of several people of whom it is heard in one
 * transaction: should anybody ever wait in a circle for them, the transaction is done again.
 */
export async function endBookings(tx: Tx, curatorId: CuratorId, since: string): Promise<void> {
  await lockTheirSlots(tx, curatorId);
  await tx.query('UPDATE curator SET withdrawn_at = $3 WHERE charity_id = $1 AND curator_id = $2', [
    tx.charityId,
    curatorId,
    since,
  ]);
  await letGo(tx, curatorId);
  await endStandbyOf(tx, curatorId);
  await stopWaiting(tx, curatorId);
  await lockTheirSlots(tx, curatorId);
  for (const offer of await openOffersTo(tx, curatorId)) await moveOnFrom(tx, offer, 'withdrawn');
  const ended = await closeAllOf(tx, curatorId, 'curatorGone');
  await appendFacts(tx, ...factsOf(ended).map(({ fact }) => fact));
}

async function lockTheirSlots(tx: Tx, curatorId: CuratorId): Promise<void> {
  const found = await tx.query<{ slotId: SlotId }>(theirs, [tx.charityId, curatorId]);
  await lockSlots(
    tx,
    found.map(({ slotId }) => slotId),
  );
}
