import { appendFactsOfMany } from '@baton/messaging';
import type { WorkerTx } from '@baton/persistence';
import { factsOf, type Moved } from './state-moves.js';

/**
 * One statement claims takeovers whose time has come and moves them on.
 *
 * - A row that another replica is moving is skipped; once it has moved, its due time is another, so no
 *   edge of a window is crossed twice.
 * - Where both edges have passed (an outage), the takeover goes from scheduled to closed: it never opened.
 * - The time is asked once, in a subquery, because a clock that moves on from row to row cannot be looked
 *   up in the index: this keeps an idle tick as cheap with a million takeovers ahead as with ten.
 */
const moveDue = `
  WITH clock AS MATERIALIZED (SELECT baton.now() AS now),
  due AS (
    SELECT charity_id, takeover_id, state FROM takeover
     WHERE due_at <= (SELECT now FROM clock)
     ORDER BY due_at LIMIT $1
     FOR UPDATE SKIP LOCKED
  )
  UPDATE takeover
     SET state = CASE WHEN closes_at <= clock.now THEN 'closed' ELSE 'open' END, revision = revision + 1,
         opened_at = CASE WHEN closes_at <= clock.now THEN opened_at ELSE clock.now END,
         closed_at = CASE WHEN closes_at <= clock.now THEN clock.now END,
         because = CASE WHEN closes_at <= clock.now THEN 'over' END
    FROM due, clock
   WHERE takeover.charity_id = due.charity_id AND takeover.takeover_id = due.takeover_id
  RETURNING takeover.charity_id AS "charityId", takeover.takeover_id AS "takeoverId",
            curator_id AS "curatorId", due.state AS "from", takeover.state, revision, because, clock.now AS "movedAt"`;

/** Opens and closes at most `limit` takeovers and states each as a fact; answers how many it were. */
export async function moveDueTakeovers(tx: WorkerTx, limit: number): Promise<number> {
  const moved = await tx.query<Moved>(moveDue, [limit]);
  const inOrder = moved.sort(closedFirst);
  await appendFactsOfMany(tx, factsOf(inOrder));
  return moved.length;
}

/** Where one curator follows another, the account is taken back before it is handed on. */
const closedFirst = (one: Moved, other: Moved): number =>
  Number(one.state === 'open') - Number(other.state === 'open');
