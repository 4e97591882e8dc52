import type { PriceList, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { decideBudget } from '../costs/decide-budget.js';
import { readCosts } from '../costs/read-costs.js';
import type { ToMeasure } from './claim-measuring.js';

export interface ToAsk extends ToMeasure {
  readonly xPostId: string;
}

/** Which of these posts X is asked about: those that are out still, and of takeovers that may cost more. */
export interface Chosen {
  readonly toAsk: readonly ToAsk[];
  /** The weekend has come to what it may cost. */
  readonly leftOut: readonly ToMeasure[];
}

export async function chooseToAsk(tx: Tx, prices: PriceList, due: readonly ToMeasure[]): Promise<Chosen> {
  const out = await tx.query<{ postId: string; xPostId: string }>(
    `SELECT post_id AS "postId", x_post_id AS "xPostId" FROM post
      WHERE charity_id = $1 AND post_id = ANY ($2::uuid[]) AND state = 'published' AND x_post_id IS NOT NULL`,
    [tx.charityId, due.map(({ postId }) => postId)],
  );
  const onX = new Map(out.map(({ postId, xPostId }) => [postId, xPostId]));
  const still = due.flatMap((one): ToAsk[] => {
    const xPostId = onX.get(one.postId);
    return xPostId === undefined ? [] : [{ ...one, xPostId }];
  });
  const tooDear = await tooDearAmong(tx, prices, still);
  return {
    toAsk: still.filter(({ takeoverId }) => !tooDear.has(takeoverId)),
    leftOut: still.filter(({ takeoverId }) => tooDear.has(takeoverId)),
  };
}

async function tooDearAmong(
  tx: Tx,
  prices: PriceList,
  still: readonly ToAsk[],
): Promise<ReadonlySet<TakeoverId>> {
  const tooDear = new Set<TakeoverId>();
  for (const [takeoverId, posts] of Map.groupBy(still, (one) => one.takeoverId)) {
    const costs = await readCosts(tx, prices, takeoverId);
    if (decideBudget(costs, posts.length * prices.microUsd.ownRead) !== 'fine') tooDear.add(takeoverId);
  }
  return tooDear;
}
