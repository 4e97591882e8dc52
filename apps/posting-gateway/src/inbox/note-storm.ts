import { stormBegan, stormOver, type TakeoverId } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';

/**
 * Says once when a storm of messages begins, and once when the hour is quiet enough again. The watch's row is ours
 * (`isStillOurs`), so that no two looks say it.
 */
export async function noteStorm(
  tx: Tx,
  takeoverId: TakeoverId,
  { isStorm, isCalm }: { readonly isStorm: boolean; readonly isCalm: boolean },
): Promise<void> {
  if (!isStorm && !isCalm) return;
  const [changed] = await tx.query<{ storms: number }>(
    `UPDATE inbox_watch SET is_stormy = $3, storms = storms + $3::int
      WHERE charity_id = $1 AND takeover_id = $2 AND is_stormy <> $3 RETURNING storms`,
    [tx.charityId, takeoverId, isStorm],
  );
  if (!changed) return;
  const about = { subject: takeoverId, revision: changed.storms, data: { takeoverId } };
  await appendFacts(tx, isStorm ? newFact(stormBegan, about) : newFact(stormOver, about));
}
