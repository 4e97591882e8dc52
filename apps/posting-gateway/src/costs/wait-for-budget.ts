import type { PriceList } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { maySend } from './decide-budget.js';
import { readBudget, readCosts } from './read-costs.js';

/**
 * Whether a locked post may be sent as far as the budget is concerned. Its lane sends one at a time, so what is read here
 * stays true until it is written down. What the charity itself says is its duty, and is counted but never stopped.
 */
export async function isAffordable(
  tx: Tx,
  prices: PriceList,
  { author, takeover_id: takeoverId, cost_kind: kind }: PostRow,
): Promise<boolean> {
  if (author === 'charity' || takeoverId === null) return true;
  if ((await readBudget(tx)).hardMicroUsd === null) return true;
  return maySend(await readCosts(tx, prices, takeoverId), prices.microUsd[kind]);
}

/** What may have been spent was not: what waits for money is looked at again. Its lane is awake. */
export const lookAtBudgetAgain = (tx: Tx, { takeover_id: takeoverId }: PostRow) =>
  tx.query('UPDATE post SET over_budget = false WHERE takeover_id = $1 AND over_budget', [takeoverId]);

/** It waits for money, and its lane goes on without it. */
export async function waitForBudget(tx: Tx, { post_id }: PostRow): Promise<void> {
  await tx.query('UPDATE post SET over_budget = true WHERE post_id = $1', [post_id]);
  await tell(
    tx,
    [post_id],
    'It waits: what the charity has set aside for this weekend is used up. It goes once the team raises the limit.',
  );
}
