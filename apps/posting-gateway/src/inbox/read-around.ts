import type { PriceList, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { decideBudget } from '../costs/decide-budget.js';
import { readCosts } from '../costs/read-costs.js';
import { requireTakeover } from '../takeovers/read-takeover.js';
import type { LookedAt } from './decide-pace.js';

/** What stands around a look: whether the curator rests, and whether there is money for another message. */
export async function readAround(
  tx: Tx,
  prices: PriceList,
  takeoverId: TakeoverId,
): Promise<Pick<LookedAt, 'isResting' | 'budget'>> {
  const { restingSince } = await requireTakeover(tx, takeoverId);
  const costs = await readCosts(tx, prices, takeoverId);
  return { isResting: restingSince !== null, budget: decideBudget(costs, prices.microUsd.postRead) };
}
