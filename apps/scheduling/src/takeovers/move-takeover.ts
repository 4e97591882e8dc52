import type { CuratorId } from '@baton/contracts';
import { type DataOf, type TakeoverId, takeoverMoved } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { lapseSwapsOf } from '../swaps/close-swap.js';
import { setTakeoverTimers } from './set-takeover-timers.js';

export interface NewWindow {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly because: DataOf<typeof takeoverMoved>['because'];
}

const move = `
  UPDATE takeover SET opens_at = $3, closes_at = $4, revision = revision + 1
   WHERE charity_id = $1 AND takeover_id = $2 AND state <> 'closed' AND (opens_at, closes_at) <> ($3, $4)
  RETURNING curator_id AS "curatorId", revision`;

/**
 * Gives a takeover that is ahead or open another window, and tells everybody. False where it is closed or has that window already.
 * Throws where it would overlap another live takeover: who calls this has made room.
 */
export async function moveTakeover(tx: Tx, takeoverId: TakeoverId, window: NewWindow): Promise<boolean> {
  const { opensAt, closesAt, because } = window;
  const [moved] = await tx.query<{ curatorId: CuratorId; revision: number }>(move, [
    tx.charityId,
    takeoverId,
    opensAt,
    closesAt,
  ]);
  if (!moved) return false;
  await lapseSwapsOf(tx, takeoverId);
  const { curatorId, revision } = moved;
  const data = {
    takeoverId,
    curatorId,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    because,
  };
  await appendFacts(tx, newFact(takeoverMoved, { subject: takeoverId, revision, data }));
  await setTakeoverTimers(tx, takeoverId);
  return true;
}
