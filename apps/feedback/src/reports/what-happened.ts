import type { Incident } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { SeasonEdges } from '../takeovers/read-weekends.js';
import type { WeekendRow } from '../takeovers/weekend.js';

type Row = Omit<Incident, 'at'> & { readonly at: Date };

/** Of these weekends, and what is of no weekend by name between these moments: a use of the switch, words in a rehearsal. */
export async function incidentsOf(
  tx: Tx,
  weekends: readonly WeekendRow[],
  { from, until }: SeasonEdges,
): Promise<Incident[]> {
  const rows = await tx.query<Row>(
    `SELECT kind, at, takeover_id AS "takeoverId", proof FROM incident
      WHERE charity_id = $1
        AND (takeover_id = ANY($2) OR (takeover_id IS NULL AND at >= $3 AND at < $4))
      ORDER BY at, incident_id`,
    [tx.charityId, weekends.map(({ takeoverId }) => takeoverId), from, until],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** From a weekend’s opening to its end, as they came to be. */
export const edgesOfWeekend = ({ opensAt, openedAt, closesAt, closedAt }: WeekendRow): SeasonEdges => ({
  from: openedAt ?? opensAt,
  until: closedAt ?? closesAt,
});
