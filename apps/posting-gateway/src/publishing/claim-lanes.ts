import type { AccountId, CharityId } from '@baton/contracts';
import type { Tx, WorkerTx } from '@baton/persistence';

/** A lane this process has to itself until its lease ends; `fence` tells it from every other lease. */
export interface LeasedLane {
  readonly charityId: CharityId;
  readonly accountId: AccountId;
  readonly fence: string;
}

const claim = `
  UPDATE lane SET leased_until = baton.now() + $2 * interval '1 ms', fence = fence + 1
   WHERE (charity_id, account_id) IN (
     SELECT charity_id, account_id FROM lane
      WHERE ready_at <= baton.now()
        AND coalesce(resting_until, '-infinity') <= baton.now()
        AND coalesce(leased_until, '-infinity') <= baton.now()
      ORDER BY ready_at
      LIMIT $1
        FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", account_id AS "accountId", fence`;

/** Takes up to `count` lanes that are ready and nobody has; also those whose holder died. */
export const claimLanes = (tx: WorkerTx, count: number, leaseMs: number): Promise<LeasedLane[]> =>
  tx.query(claim, [count, leaseMs]);

const nextReady = `
  SELECT extract(epoch FROM min(greatest(ready_at, resting_until, leased_until)) - baton.now()) * 1000 AS "inMs"
    FROM lane WHERE ready_at <= baton.now() + $1 * interval '1 ms'`;

/** In how many ms a lane can be claimed, if that is within `horizonMs`. Looks at those lanes only. */
export async function nextLaneReadyInMs(tx: WorkerTx, horizonMs: number): Promise<number> {
  const [next] = await tx.query<{ inMs: string | null }>(nextReady, [horizonMs]);
  return Math.min(horizonMs, Math.max(0, Number(next?.inMs ?? horizonMs)));
}

/**
 * Locks a lane if its lease is still this one, and begins the lease anew. Undefined: another process has
 * taken it over, and this one must keep its hands off.
 */
export async function renewLease(
  tx: Tx,
  lane: LeasedLane,
  leaseMs: number,
): Promise<{ readonly restingUntil: Date | null } | undefined> {
  const [renewed] = await tx.query<{ restingUntil: Date | null }>(
    `UPDATE lane SET leased_until = baton.now() + $3 * interval '1 ms'
      WHERE account_id = $1 AND fence = $2
      RETURNING CASE WHEN resting_until > baton.now() THEN resting_until END AS "restingUntil"`,
    [lane.accountId, lane.fence, leaseMs],
  );
  return renewed;
}

/** Gives a lane back, to be looked at again at `readyAt`, or when somebody wakes it. */
export async function returnLane(tx: Tx, lane: LeasedLane, readyAt: Date | null): Promise<void> {
  await tx.query('UPDATE lane SET leased_until = NULL, ready_at = $3 WHERE account_id = $1 AND fence = $2', [
    lane.accountId,
    lane.fence,
    readyAt,
  ]);
}

/** Gives a lane back in the middle, behind the lanes that wait already; any process may go on. */
export async function leaveLane(tx: Tx, lane: LeasedLane): Promise<void> {
  await tx.query(
    `UPDATE lane SET leased_until = NULL, ready_at = baton.now() WHERE account_id = $1 AND fence = $2`,
    [lane.accountId, lane.fence],
  );
}

/** After a fault its lane stands still this long: a fault that stays is met every few seconds and not all the time. */
const pauseAfterFaultMs = 5_000;

/**
 * Lets leases end soon that this process still has and no longer works under, so that an outage costs a lane seconds and
 * not what is left of its lease. Leases that others have taken over stay as they are.
 */
export async function endLeasesSoon(tx: WorkerTx, lanes: readonly LeasedLane[]): Promise<void> {
  await tx.query(
    `UPDATE lane SET leased_until = least(leased_until, baton.now() + $4 * interval '1 ms')
       FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS failed (charity_id, account_id, fence)
      WHERE lane.charity_id = failed.charity_id AND lane.account_id = failed.account_id AND lane.fence = failed.fence`,
    [
      lanes.map(({ charityId }) => charityId),
      lanes.map(({ accountId }) => accountId),
      lanes.map(({ fence }) => fence),
      pauseAfterFaultMs,
    ],
  );
}
