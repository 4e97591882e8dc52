import type { Costs } from './decide-budget.js';
import { committed, decideBudget } from './decide-budget.js';
import type { KindOfPost } from './kind-of-post.js';

/** Two decimals, three where a tenth of a cent counts: $0.20, $0.015. */
export function dollars(microUsd: number): string {
  const tenthsOfCents = Math.round(microUsd / 1_000);
  return `$${(tenthsOfCents / 1_000).toFixed(tenthsOfCents % 10 === 0 ? 2 : 3)}`;
}

/** What a person reads before they send (reading age 11). */
export function wordsForPost(
  kind: KindOfPost,
  microUsd: number,
  withoutLinkMicroUsd: number,
  costs: Costs,
): string {
  const price =
    kind === 'postWithUrl'
      ? `The link makes this post cost ${dollars(microUsd)} at X; without it, it is ${dollars(withoutLinkMicroUsd)}.`
      : `This post costs ${dollars(microUsd)} at X.`;
  return [price, wordsForBudget(costs, microUsd)].filter((words) => words !== '').join(' ');
}

/** How a takeover stands to its budget once `moreMicroUsd` is added; nothing to say where all is well. */
export function wordsForBudget(costs: Costs, moreMicroUsd = 0): string {
  const { softMicroUsd: soft, hardMicroUsd: hard } = costs;
  const then = dollars(committed(costs) + moreMicroUsd);
  switch (decideBudget(costs, moreMicroUsd)) {
    case 'hard':
      return `That is more than the ${dollars(hard ?? 0)} this weekend may cost.`;
    case 'soft':
      return hard === null
        ? `This weekend comes to ${then}; the team asked to be careful from ${dollars(soft ?? 0)} on.`
        : `This weekend comes to ${then} of the ${dollars(hard)} it may cost.`;
    case 'fine':
      return '';
  }
}
