import type { InputOf, PriceList, submitPosts } from '@baton/contracts';
import { refuse } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { decideBudget } from './decide-budget.js';
import { kindOfPost } from './kind-of-post.js';
import { noteSoftLimit } from './note-soft-limit.js';
import { wordsForBudget } from './words-for-costs.js';

/** Two submissions at once must not pass the limit together: of a takeover one at a time is weighed, until its commit. */
const takeTurns = (tx: Tx, takeoverId: string) =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`budget:${tx.charityId}:${takeoverId}`]);

/** Why these posts cannot be taken in, if they would pass the takeover's hard limit. */
export async function refuseOverBudget(
  tx: Tx,
  prices: PriceList,
  { takeoverId, posts, inReplyTo }: InputOf<typeof submitPosts>,
) {
  await takeTurns(tx, takeoverId);
  // What became cheaper since may pass the soft limit anew.
  const costs = await noteSoftLimit(tx, prices, takeoverId);
  const costMicroUsd = posts
    .map(({ text }, index) => kindOfPost({ text, answersMention: inReplyTo !== undefined && index === 0 }))
    .reduce((sum, kind) => sum + prices.microUsd[kind], 0);
  if (decideBudget(costs, costMicroUsd) !== 'hard') return undefined;
  return refuse('overBudget', {
    details: { costMicroUsd, ...costs, words: wordsForBudget(costs, costMicroUsd) },
  });
}
