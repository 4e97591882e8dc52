import type { PreFlightProblem, PreFlightTime, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** One look before one window. Moved to another window, a takeover is looked at again. */
export interface PreFlight {
  readonly takeoverId: TakeoverId;
  readonly time: PreFlightTime;
  readonly opensAt: Date;
}

const ask = `
  INSERT INTO pre_flight (charity_id, takeover_id, time, opens_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (charity_id, takeover_id, time) DO UPDATE
     SET opens_at = excluded.opens_at, asked_at = baton.now(), problems = NULL
   WHERE pre_flight.opens_at <> excluded.opens_at
  RETURNING takeover_id`;

/** False where this window has been looked at already. */
export async function beginPreFlight(tx: Tx, { takeoverId, time, opensAt }: PreFlight): Promise<boolean> {
  const begun = await tx.query(ask, [tx.charityId, takeoverId, time, opensAt]);
  return begun.length === 1;
}

/** Of two answers the first counts. Undefined where nobody waits for one. */
export async function endPreFlight(
  tx: Tx,
  { takeoverId, time }: Pick<PreFlight, 'takeoverId' | 'time'>,
  problems: readonly PreFlightProblem[],
): Promise<PreFlight | undefined> {
  const [ended] = await tx.query<PreFlight>(
    `UPDATE pre_flight SET problems = $4
      WHERE charity_id = $1 AND takeover_id = $2 AND time = $3 AND problems IS NULL
     RETURNING takeover_id AS "takeoverId", time, opens_at AS "opensAt"`,
    [tx.charityId, takeoverId, time, problems],
  );
  return ended;
}

/** What this service knows itself: may the curator still, and is anybody of the team there when it opens. */
export async function ownProblems(tx: Tx, takeoverId: TakeoverId): Promise<PreFlightProblem[]> {
  const [found] = await tx.query<{ ready: boolean; onCall: boolean }>(
    `SELECT withdrawn_at IS NULL AS ready,
            EXISTS (SELECT FROM on_call_shift
                     WHERE on_call_shift.charity_id = $1 AND begins_at <= opens_at AND opens_at < ends_at) AS "onCall"
       FROM takeover JOIN curator USING (charity_id, curator_id)
      WHERE takeover.charity_id = $1 AND takeover_id = $2`,
    [tx.charityId, takeoverId],
  );
  return [
    ...(found && !found.ready ? (['curatorNotReady'] as const) : []),
    ...(found && !found.onCall ? (['nobodyOnCall'] as const) : []),
  ];
}
