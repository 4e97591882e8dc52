import { type DataOf, type SlotId, slotSettled } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';

const settle = `
  UPDATE cover SET state = CASE $3 WHEN 'taken' THEN 'taken' ELSE 'stopped' END
   WHERE charity_id = $1 AND slot_id = ANY ($2::uuid[]) AND state = 'uncovered'
  RETURNING cover_id AS "coverId", slot_id AS "slotId"`;

/**
 * The team was called because nobody could take these slots; it need not be any more. Once, whoever of them it is about. The
 * caller has locked the slots.
 */
export async function settleUncovered(
  tx: Tx,
  slotIds: readonly SlotId[],
  because: DataOf<typeof slotSettled>['because'],
): Promise<void> {
  const settled = await tx.query<{ coverId: string; slotId: SlotId }>(settle, [
    tx.charityId,
    slotIds,
    because,
  ]);
  await appendFacts(
    tx,
    ...settled.map(({ coverId, slotId }) =>
      newFact(slotSettled, { subject: coverId, revision: 2, data: { slotId, because } }),
    ),
  );
}
