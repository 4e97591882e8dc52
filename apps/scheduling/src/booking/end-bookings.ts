import type { CuratorId } from '@baton/contracts';
import { appendFacts } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { moveOnFrom } from '../cover/move-on.js';
import { openOffersTo } from '../cover/offers.js';
import { factsOf } from '../handover/state-moves.js';
import { letGo } from '../holds/holds.js';
import { endStandbyOf } from '../standby/standby.js';
import { closeAllOf } from '../takeovers/close-early.js';
import { stopWaiting } from '../waitlist/waitlist.js';

/**
 * Somebody’s part is over for now: they may not book, what they had booked or were offered is free, they wait for nothing, and a
 * takeover that is open ends. Their row is written first: a booking that is just being made holds it, and is then seen and freed here.
 */
export async function endBookings(tx: Tx, curatorId: CuratorId, since: string): Promise<void> {
  await tx.query('UPDATE curator SET withdrawn_at = $3 WHERE charity_id = $1 AND curator_id = $2', [
    tx.charityId,
    curatorId,
    since,
  ]);
  await letGo(tx, curatorId);
  await endStandbyOf(tx, curatorId);
  await stopWaiting(tx, curatorId);
  for (const offer of await openOffersTo(tx, curatorId)) await moveOnFrom(tx, offer, 'withdrawn');
  const ended = await closeAllOf(tx, curatorId, 'curatorGone');
  await appendFacts(tx, ...factsOf(ended).map(({ fact }) => fact));
}
