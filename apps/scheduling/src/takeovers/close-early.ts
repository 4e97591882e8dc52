import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { Moved } from '../handover/state-moves.js';

/** A window that has begun may not have been opened by the clock yet: it is closed all the same. */
const close = `
  WITH before AS (
    SELECT takeover_id, state FROM takeover WHERE takeover_id = $1 AND state <> 'closed' FOR UPDATE
  )
  UPDATE takeover SET state = 'closed', revision = revision + 1
    FROM before WHERE takeover.takeover_id = before.takeover_id
  RETURNING charity_id AS "charityId", takeover.takeover_id AS "takeoverId", curator_id AS "curatorId",
            before.state AS "from", takeover.state, revision, coalesce($2, baton.now()) AS "movedAt"`;

/** Closes a takeover, at this moment or when it was given back: one or, where it is closed or gone already, none. */
export const closeEarly = (tx: Tx, takeoverId: TakeoverId, givenBackAt?: string): Promise<Moved[]> =>
  tx.query(close, [takeoverId, givenBackAt ?? null]);
