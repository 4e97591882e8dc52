import { type accountForTakeovers, CheckName, type OutputOf, type TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

type Checks = OutputOf<typeof accountForTakeovers>['checks'];

/** Every check there is, whether it remarked on anything or not: that it was run is what trustees ask. */
export async function checksOf(tx: Tx, ids: readonly TakeoverId[]): Promise<Checks> {
  const rows = await tx.query<Checks[number]>(
    `SELECT finding->>'check' AS check,
            (count(DISTINCT post_id) FILTER (WHERE finding->>'verdict' = 'warn'))::int AS warned,
            (count(DISTINCT post_id) FILTER (WHERE finding->>'verdict' = 'hold'))::int AS held
       FROM post CROSS JOIN LATERAL jsonb_array_elements(findings) AS finding
      WHERE charity_id = $1 AND takeover_id = ANY($2) AND author = 'curator' GROUP BY 1`,
    [tx.charityId, ids],
  );
  const byName = new Map(rows.map((row) => [row.check, row]));
  return CheckName.options.map((check) => byName.get(check) ?? { check, warned: 0, held: 0 });
}
