import type { CuratorId } from '@baton/contracts';
import { appendFacts } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { factsOf, type Moved } from '../handover/state-moves.js';

const moved = `charity_id AS "charityId", takeover_id AS "takeoverId", curator_id AS "curatorId",
  'closed' AS state, baton.now() AS "movedAt"`;
/** Gone, so that the slot is free for somebody else. Whoever keeps a copy hears that it closed and never opened. */
const free = `
  DELETE FROM takeover WHERE charity_id = $1 AND curator_id = $2 AND state = 'scheduled'
  RETURNING ${moved}, 'scheduled' AS "from", revision + 1 AS revision`;
const close = `
  UPDATE takeover SET state = 'closed', revision = revision + 1
   WHERE charity_id = $1 AND curator_id = $2 AND state = 'open'
  RETURNING ${moved}, 'open' AS "from", revision`;

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
  for (const statement of [free, close]) {
    const ended = await tx.query<Moved>(statement, [tx.charityId, curatorId]);
    await appendFacts(tx, ...factsOf(ended).map(({ fact }) => fact));
  }
}
