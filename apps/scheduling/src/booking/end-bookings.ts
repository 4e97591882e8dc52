import type { CuratorId } from '@baton/contracts';
import { appendFacts } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { factsOf } from '../handover/state-moves.js';
import { closeAllOf } from '../takeovers/close-early.js';

/**
 * Somebody’s part is over for now: they may not book, what they had booked is free, and a takeover that is open ends.
 * Their row is written first: a booking that is just being made holds it, and is then seen and freed here.
 */
export async function endBookings(tx: Tx, curatorId: CuratorId, since: string): Promise<void> {
  await tx.query('UPDATE curator SET withdrawn_at = $3 WHERE charity_id = $1 AND curator_id = $2', [
    tx.charityId,
    curatorId,
    since,
  ]);
  const ended = await closeAllOf(tx, curatorId, 'curatorGone');
  await appendFacts(tx, ...factsOf(ended).map(({ fact }) => fact));
}
