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

/** What a takeover has cost, by kind, in the order in which that began. */
export async function spentByKind(tx: Tx, takeoverId: TakeoverId): Promise<KindSum[]> {
  const sums = await tx.query<{ kind: CostKind; units: string; microUsd: string }>(
    `SELECT kind, sum(units) AS units, sum(micro_usd) AS "microUsd" FROM cost_entry
      WHERE charity_id = $1 AND takeover_id = $2 GROUP BY kind ORDER BY min(entry_id)`,
    [tx.charityId, takeoverId],
  );
  return sums.map(({ kind, units, microUsd }) => ({
    kind,
    units: Number(units),
    microUsd: Number(microUsd),
  }));
}

/** How a takeover stands. A post that a person let go may be out all the same. */
export async function readCosts(tx: Tx, prices: PriceList, takeoverId: TakeoverId): Promise<Costs> {
  const spent = await spentByKind(tx, takeoverId);
  const open = await tx.query<{ kind: KindOfPost; perhaps: boolean; count: string }>(
    `SELECT cost_kind AS kind, state NOT IN ('queued', 'held') AS perhaps, count(*) FROM post
      WHERE charity_id = $1 AND takeover_id = $2
        AND (state IN ('queued', 'held', 'attempting', 'unknown') OR (state = 'withdrawn' AND maybe_out_since IS NOT NULL))
      GROUP BY 1, 2`,
    [tx.charityId, takeoverId],
  );
  const sumOf = (perhaps: boolean) =>
    open
      .filter((group) => group.perhaps === perhaps)
      .reduce((sum, { kind, count }) => sum + prices.microUsd[kind] * Number(count), 0);
  return {
    ...(await readBudget(tx)),
    spentMicroUsd: spent.reduce((sum, { microUsd }) => sum + microUsd, 0),
    perhapsMicroUsd: sumOf(true),
    waitingMicroUsd: sumOf(false),
  };
}
