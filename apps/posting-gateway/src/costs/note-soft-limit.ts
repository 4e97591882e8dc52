import { type PriceList, softLimitPassed, type TakeoverId } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { type Costs, committed, decideBudget } from './decide-budget.js';
import { readCosts } from './read-costs.js';

/**
 * Brings up to date whether a takeover comes to more than its soft limit, and says so when it begins to. Called after
 * whatever makes it dearer or cheaper, late in that transaction: it locks the takeover. Answers how it stands.
 */
export async function noteSoftLimit(tx: Tx, prices: PriceList, takeoverId: TakeoverId): Promise<Costs> {
  const costs = await readCosts(tx, prices, takeoverId);
  const isPassed = decideBudget(costs, 0) === 'soft';
  const [changed] = await tx.query<{ times: number }>(
    `UPDATE takeover SET soft_limit_passed = $3, times_soft_limit_passed = times_soft_limit_passed + $3::int
      WHERE charity_id = $1 AND takeover_id = $2 AND soft_limit_passed <> $3
     RETURNING times_soft_limit_passed AS times`,
    [tx.charityId, takeoverId, isPassed],
  );
  if (!changed || !isPassed) return costs;
  const data = { takeoverId, softMicroUsd: costs.softMicroUsd ?? 0, comesToMicroUsd: committed(costs) };
  await appendFacts(tx, newFact(softLimitPassed, { subject: takeoverId, revision: changed.times, data }));
  return costs;
}
