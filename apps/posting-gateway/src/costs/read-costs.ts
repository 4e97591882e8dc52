import type { Budget, CostKind, PriceList, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { Costs } from './decide-budget.js';
import type { KindOfPost } from './kind-of-post.js';

/** The charity's budget for a takeover; without one there is no limit. */
export async function readBudget(tx: Tx): Promise<Budget> {
  const [budget] = await tx.query<{ soft: string | null; hard: string | null }>(
    'SELECT soft_micro_usd AS soft, hard_micro_usd AS hard FROM budget WHERE charity_id = $1',
    [tx.charityId],
  );
  const limit = (value: string | null | undefined) => (value == null ? null : Number(value));
  return { softMicroUsd: limit(budget?.soft), hardMicroUsd: limit(budget?.hard) };
}

export interface KindSum {
  readonly kind: CostKind;
  readonly units: number;
  readonly microUsd: number;
}

/** What takeovers have cost, by kind, in the order in which that began. */
export async function spentByKind(tx: Tx, takeoverIds: readonly TakeoverId[]): Promise<KindSum[]> {
  const sums = await tx.query<{ kind: CostKind; units: string; microUsd: string }>(
    `SELECT kind, sum(units) AS units, sum(micro_usd) AS "microUsd" FROM cost_entry
      WHERE charity_id = $1 AND takeover_id = ANY($2) GROUP BY kind ORDER BY min(entry_id)`,
    [tx.charityId, takeoverIds],
  );
  return sums.map(({ kind, units, microUsd }) => ({
    kind,
    units: Number(units),
    microUsd: Number(microUsd),
  }));
}

/**
 * How a takeover stands. Every attempt of which nobody knows counts as perhaps spent, whatever became of the post since: a
 * person let it go, or had it sent again and X has it twice.
 */
export async function readCosts(tx: Tx, prices: PriceList, takeoverId: TakeoverId): Promise<Costs> {
  const spent = await spentByKind(tx, [takeoverId]);
  const open = await tx.query<Record<'perhaps' | 'waiting', string> & { kind: KindOfPost }>(
    `SELECT cost_kind AS kind, sum(unsure_attempts + (state = 'attempting')::int) AS perhaps,
            count(*) FILTER (WHERE state IN ('queued', 'held')) AS waiting
       FROM post WHERE charity_id = $1 AND takeover_id = $2
        AND (state IN ('queued', 'held', 'attempting') OR unsure_attempts > 0)
      GROUP BY 1`,
    [tx.charityId, takeoverId],
  );
  const sumOf = (which: 'perhaps' | 'waiting') =>
    open.reduce((sum, group) => sum + prices.microUsd[group.kind] * Number(group[which]), 0);
  return {
    ...(await readBudget(tx)),
    spentMicroUsd: spent.reduce((sum, { microUsd }) => sum + microUsd, 0),
    perhapsMicroUsd: sumOf('perhaps'),
    waitingMicroUsd: sumOf('waiting'),
  };
}
