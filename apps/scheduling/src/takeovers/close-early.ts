import type { CuratorId, SlotId, TakeoverId, WhyClosed } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { slotGivenUp } from '../cover/slot-given-up.js';
import type { Moved } from '../handover/state-moves.js';
import { lapseSwapsOf } from '../swaps/close-swap.js';
import { dropTimers } from '../timers/timers.js';

/** Whose slot may be somebody else's afterwards. */
const givesWay = (because: WhyClosed): boolean => because !== 'ended' && because !== 'over';

/** A window that has begun may not have been opened by the clock yet: it is closed all the same. */
const close = `
  WITH before AS (
    SELECT takeover_id, state FROM takeover
     WHERE charity_id = $1 AND state <> 'closed' AND CASE WHEN $2 = 'takeover' THEN takeover_id ELSE curator_id END = $3
     ORDER BY takeover_id FOR NO KEY UPDATE
  )
  UPDATE takeover SET state = 'closed', revision = revision + 1, because = $4, gave_way = $5,
         closed_at = coalesce($6, baton.now())
    FROM before WHERE takeover.charity_id = $1 AND takeover.takeover_id = before.takeover_id
  RETURNING charity_id AS "charityId", takeover.takeover_id AS "takeoverId", slot_id AS "slotId", curator_id AS "curatorId",
            before.state AS "from", takeover.state, revision, because, closed_at AS "movedAt"`;

/** Closes a takeover, at this moment or when it was given back: one or, where it is closed already, none. The caller has locked its slot. */
export const closeEarly = (
  tx: Tx,
  takeoverId: TakeoverId,
  because: WhyClosed,
  givenBackAt?: string,
): Promise<Moved[]> => closed(tx, ['takeover', takeoverId, because], givenBackAt);

/** Every takeover of a curator that is open or ahead. The caller has locked their slots. */
export const closeAllOf = (tx: Tx, curatorId: CuratorId, because: WhyClosed): Promise<Moved[]> =>
  closed(tx, ['curator', curatorId, because]);

/**
 * Nothing is due about them any more: nobody is reminded of what will not be. No swap of them holds, and their slots are offered to
 * whoever is to be asked.
 */
async function closed(
  tx: Tx,
  [whose, id, because]: readonly ['takeover' | 'curator', string, WhyClosed],
  givenBackAt?: string,
): Promise<Moved[]> {
  const moved = await tx.query<Moved & { readonly slotId: SlotId }>(close, [
    tx.charityId,
    whose,
    id,
    because,
    givesWay(because),
    givenBackAt ?? null,
  ]);
  for (const { takeoverId, slotId, curatorId } of moved) {
    await dropTimers(tx, takeoverId);
    await lapseSwapsOf(tx, takeoverId);
    await slotGivenUp(tx, { slotId, curatorId, because });
  }
  return moved;
}
