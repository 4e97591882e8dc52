import type { Incident, IncidentCount } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { SeasonEdges } from '../takeovers/read-weekends.js';
import type { WeekendRow } from '../takeovers/weekend.js';

type Row = Omit<Incident, 'at'> & { readonly at: Date };

/** Between which moments what is of no weekend by name belongs here, too. */
interface About {
  readonly weekends: readonly WeekendRow[];
  readonly edges: SeasonEdges;
  /** A weekend’s last moment is its own: that of an account that was taken back. */
  readonly span: 'weekend' | 'season';
}

export interface Happened {
  readonly incidents: Incident[];
  readonly incidentsByKind: IncidentCount[];
}

export const inSeason = (weekends: readonly WeekendRow[], edges: SeasonEdges): About => ({
  weekends,
  edges,
  span: 'season',
});

/** From its opening to its end, as they came to be. */
export const inWeekend = (weekend: WeekendRow): About => ({
  weekends: [weekend],
  edges: { from: weekend.openedAt ?? weekend.opensAt, until: weekend.closedAt ?? weekend.closesAt },
  span: 'weekend',
});

export const whatHappened = async (tx: Tx, about: About): Promise<Happened> => ({
  incidents: await newest(tx, about),
  incidentsByKind: await countedByKind(tx, about),
});

const shownAtMost = 200;

async function newest(tx: Tx, about: About): Promise<Incident[]> {
  const rows = await tx.query<Row>(
    `SELECT kind, at, takeover_id AS "takeoverId", proof FROM incident
      WHERE ${among(about, ofSwitch)} ORDER BY at DESC, incident_id DESC LIMIT ${shownAtMost}`,
    parametersOf(tx, about),
  );
  return rows.toReversed().map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** In a season’s counts there is also what happened to people who had no weekend in it. */
export const countedByKind = (tx: Tx, about: About): Promise<IncidentCount[]> =>
  tx.query(
    `SELECT kind, count(*)::int AS count FROM incident
      WHERE ${among(about, about.span === 'season' ? 'true' : ofSwitch)} GROUP BY kind ORDER BY min(at), kind`,
    parametersOf(tx, about),
  );

/** A use of the switch concerns whoever has the account; what is of a rehearsal is somebody else’s. */
const ofSwitch = "kind LIKE 'switch%'";

/** An account that was taken back is given back at the same moment: that is one thing, not two. */
const among = ({ span }: About, without: string): string => `charity_id = $1
        AND (takeover_id = ANY($2)
             OR (takeover_id IS NULL AND ${without} AND at >= $3 AND at ${span === 'weekend' ? '<=' : '<'} $4))
        AND NOT (kind = 'givenBack' AND EXISTS (
              SELECT 1 FROM incident AS taken
               WHERE taken.charity_id = $1 AND taken.kind = 'switchTakenBack' AND taken.at = incident.at))`;

const parametersOf = (tx: Tx, { weekends, edges: { from, until } }: About): unknown[] => [
  tx.charityId,
  weekends.map(({ takeoverId }) => takeoverId),
  from,
  until,
];
