import type { PulseFigures, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface Figures {
  readonly figures: PulseFigures;
  readonly setAside: number;
}

const tapsOf = (column: string, counted = 'counted') =>
  ['yes', 'aLittle', 'no']
    .map((tap) => `'${tap}', count(*) FILTER (WHERE ${counted} AND ${column} = '${tap}')`)
    .join(', ');
const sums = `
  SELECT pulse.takeover_id AS "takeoverId", count(*) FILTER (WHERE counted)::int AS answered,
         json_build_object(${tapsOf('less_alone')}) AS "lessAlone",
         json_build_object(${tapsOf('learned')}) AS learned,
         (set_aside + count(*) FILTER (WHERE NOT counted))::int AS "setAside"
    FROM pulse LEFT JOIN pulse_answer USING (charity_id, takeover_id)
   WHERE charity_id = $1 AND pulse.takeover_id = ANY ($2::uuid[]) GROUP BY pulse.takeover_id, set_aside`;
const noTaps = { yes: 0, aLittle: 0, no: 0 };

/** What was answered about each of these takeovers. */
export async function figuresOf(
  tx: Tx,
  takeoverIds: readonly TakeoverId[],
): Promise<(takeoverId: TakeoverId) => Figures> {
  const rows = await tx.query<PulseFigures & { takeoverId: TakeoverId; setAside: number }>(sums, [
    tx.charityId,
    takeoverIds,
  ]);
  const known = new Map(
    rows.map(({ takeoverId, setAside, ...figures }) => [takeoverId, { figures, setAside }]),
  );
  return (takeoverId) =>
    known.get(takeoverId) ?? { figures: { answered: 0, lessAlone: noTaps, learned: noTaps }, setAside: 0 };
}
