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

/** Which look an answer is to. Without a window: to the one that is waited for. */
export type Asked = Pick<PreFlight, 'takeoverId' | 'time'> & { readonly opensAt?: string | undefined };

const waiting = `
  SELECT FROM pre_flight WHERE charity_id = $1 AND takeover_id = $2 AND time = $3 AND problems IS NULL
     AND ($4::timestamptz IS NULL OR opens_at = $4) FOR UPDATE`;

/** Whether anybody still waits for this answer: of two the first counts, and none for a window that is another by now. */
export async function isWaitedFor(tx: Tx, { takeoverId, time, opensAt }: Asked): Promise<boolean> {
  const found = await tx.query(waiting, [tx.charityId, takeoverId, time, opensAt ?? null]);
  return found.length === 1;
}

const end = `
  UPDATE pre_flight SET problems = $4 FROM takeover
   WHERE pre_flight.charity_id = $1 AND pre_flight.takeover_id = $2 AND time = $3
     AND takeover.charity_id = $1 AND takeover.takeover_id = $2
  RETURNING pre_flight.takeover_id AS "takeoverId", time, pre_flight.opens_at AS "opensAt",
            takeover.state <> 'closed'
              AND (takeover.opens_at = pre_flight.opens_at OR takeover.opens_at <= (SELECT baton.now())) AS "stillMatters"`;

/**
 * Notes what was found. It matters no more where the takeover is off, or will be looked at again because it opens at another
 * time; one that was opened before its time will not be.
 */
export async function endPreFlight(
  tx: Tx,
  { takeoverId, time }: Asked,
  problems: readonly PreFlightProblem[],
): Promise<(PreFlight & { readonly stillMatters: boolean }) | undefined> {
  const [ended] = await tx.query<PreFlight & { readonly stillMatters: boolean }>(end, [
    tx.charityId,
    takeoverId,
    time,
    problems,
  ]);
  return ended;
}

/** Of what is said about looks; each is greater than all before it. */
export async function nextRevision(tx: Tx): Promise<number> {
  const [next] = await tx.query<{ revision: number }>(
    `SELECT nextval('pre_flight_revision')::integer AS revision`,
  );
  if (!next) throw new Error('a sequence gave no number');
  return next.revision;
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
