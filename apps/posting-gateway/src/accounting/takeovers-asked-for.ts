import type { accountForTakeovers, InputOf, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

type Asked = InputOf<typeof accountForTakeovers>;

/**
 * One takeover, or all whose windows began on these days of the charity’s calendar and were not called off before. Undefined:
 * there is no such takeover.
 */
export async function takeoversAskedFor(
  tx: Tx,
  { takeoverId, from, to }: Asked,
): Promise<TakeoverId[] | undefined> {
  if (takeoverId !== undefined) {
    const found = await tx.query('SELECT 1 FROM takeover WHERE charity_id = $1 AND takeover_id = $2', [
      tx.charityId,
      takeoverId,
    ]);
    return found.length > 0 ? [takeoverId] : undefined;
  }
  const rows = await tx.query<{ takeoverId: TakeoverId }>(
    `SELECT takeover_id AS "takeoverId" FROM takeover JOIN charity USING (charity_id)
      WHERE charity_id = $1 AND opens_at <= baton.now() AND coalesce(closed_at, opens_at) >= opens_at
        AND opens_at >= $2::date::timestamp AT TIME ZONE zone
        AND opens_at < ($3::date + 1)::timestamp AT TIME ZONE zone`,
    [tx.charityId, from, to],
  );
  return rows.map(({ takeoverId: id }) => id);
}
