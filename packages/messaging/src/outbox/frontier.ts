/**
 * How far the relay has come, as a pure value.
 *
 * Ids are drawn before transactions commit, so a row can become visible after rows with higher ids.
 * Everything up to `position` has been published, except what lies in a *hole*: a range of ids whose
 * row has not been seen, or has been seen and not been acknowledged by the bus.
 *
 * A hole remembers a `horizon`: a transaction number drawn after the hole was noticed. Whoever holds an
 * id of the hole had drawn a transaction number before the id, and the id before it was missed, so that
 * number is below the horizon. Once the oldest running transaction is past the horizon, all of them have
 * ended; a row that is still not there was rolled back and will never come.
 */
export interface Frontier {
  readonly position: number;
  readonly holes: readonly Hole[];
}

/** Inclusive on both ends. */
interface Hole {
  readonly low: number;
  readonly high: number;
  readonly horizon: bigint;
}

/** What one look at the outbox brought. */
export interface Round {
  /** The ids of the rows read, in the holes and behind the position, ascending. */
  readonly seen: readonly number[];
  readonly acknowledged: ReadonlySet<number>;
  /** The oldest transaction that was running when the rows were read. */
  readonly oldestRunning: bigint;
  /** A transaction number drawn after the rows were read. */
  readonly horizon: bigint;
}

/** Where a relay that knows nothing else must begin again: nothing up to here is missing. */
export const resumeFrom = (frontier: Frontier): number =>
  frontier.holes[0] ? frontier.holes[0].low - 1 : frontier.position;

export function advance(frontier: Frontier, round: Round): Frontier {
  const position = Math.max(frontier.position, ...round.acknowledged);
  const noticed: Hole = { low: frontier.position + 1, high: position, horizon: round.horizon };
  const holes = [
    ...frontier.holes.flatMap((hole) => remainsOf(hole, round, round.oldestRunning > hole.horizon)),
    ...remainsOf(noticed, round, false),
  ];
  return { position, holes };
}

/** What is left of a hole: rows seen but not acknowledged, and, unless they can never come, ids not seen. */
function remainsOf(hole: Hole, round: Round, canNeverCome: boolean): Hole[] {
  const remains: Hole[] = [];
  let low = hole.low;
  const missing = (high: number): void => {
    if (!canNeverCome && low <= high) remains.push({ ...hole, low, high });
  };
  for (const id of round.seen) {
    if (id < hole.low || id > hole.high) continue;
    missing(id - 1);
    if (!round.acknowledged.has(id)) remains.push({ ...hole, low: id, high: id });
    low = id + 1;
  }
  missing(hole.high);
  return remains;
}
