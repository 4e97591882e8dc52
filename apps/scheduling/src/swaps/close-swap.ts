import { type CuratorId, type SwapId, type SwapOutcome, swapClosed, type TakeoverId } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { dropTimers } from '../timers/timers.js';

interface Closed {
  readonly swapId: SwapId;
  readonly proposedBy: CuratorId;
  readonly curatorId: CuratorId;
  readonly revision: number;
  readonly agreed: boolean;
}

/** The kind of the timer by which a swap lapses; its subject is the swap. */
export const swapLapses = 'swapLapses';

const close = `
  WITH before AS (
    SELECT swap_id, state FROM swap
     WHERE charity_id = $1 AND $3::uuid IN (swap_id, gives, wants) AND state IN ('asked', 'agreed')
     ORDER BY swap_id FOR UPDATE
  )
  UPDATE swap SET state = $2, revision = revision + 1 FROM before
   WHERE swap.charity_id = $1 AND swap.swap_id = before.swap_id
  RETURNING swap.swap_id AS "swapId", proposed_by AS "proposedBy", curator_id AS "curatorId", revision,
            before.state = 'agreed' OR $2 = 'done' AS agreed`;

/** Ends a swap and tells. False where it is over already. */
export const closeSwap = async (tx: Tx, swapId: SwapId, outcome: SwapOutcome): Promise<boolean> =>
  (await closed(tx, swapId, outcome)) > 0;

/** A booking is not what it was, or is nobody’s any more: no swap of it or for it holds. */
export async function lapseSwapsOf(tx: Tx, takeoverId: TakeoverId): Promise<void> {
  await closed(tx, takeoverId, 'lapsed');
}

async function closed(tx: Tx, subject: SwapId | TakeoverId, outcome: SwapOutcome): Promise<number> {
  const swaps = await tx.query<Closed>(close, [tx.charityId, outcome, subject]);
  for (const { swapId, revision, ...data } of swaps) {
    await dropTimers(tx, swapId, [swapLapses]);
    const fact = { subject: swapId, revision, data: { swapId, ...data, outcome } };
    await appendFacts(tx, newFact(swapClosed, fact));
  }
  return swaps.length;
}
