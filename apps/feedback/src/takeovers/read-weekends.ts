import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { WeekendRow } from './weekend.js';

const columns = `
  takeover_id AS "takeoverId", curator_id AS "curatorId", pen_name AS "penName",
  identity_level AS "identityLevel", agreement_version AS "agreementVersion", opens_at AS "opensAt",
  closes_at AS "closesAt", opened_at AS "openedAt", closed_at AS "closedAt", never_opened AS "neverOpened",
  because, given_back_at AS "givenBackAt"`;

/** The first moments of both days that bound a season: from the first one on, and before the last one. */
export interface SeasonEdges {
  readonly from: Date;
  readonly until: Date;
}

export interface Clock {
  readonly zone: string;
  readonly now: Date;
}

export async function readClock(tx: Tx): Promise<Clock> {
  const [clock] = await tx.query<Clock>(
    'SELECT zone, baton.now() AS now FROM charity WHERE charity_id = $1',
    [tx.charityId],
  );
  if (!clock) throw new Error('this charity has not been heard of yet');
  return clock;
}

export async function edgesOf(tx: Tx, { from, to }: { from: string; to: string }): Promise<SeasonEdges> {
  const [edges] = await tx.query<SeasonEdges>(
    `SELECT $2::date::timestamp AT TIME ZONE zone AS from, ($3::date + 1)::timestamp AT TIME ZONE zone AS until
       FROM charity WHERE charity_id = $1`,
    [tx.charityId, from, to],
  );
  if (!edges) throw new Error('this charity has not been heard of yet');
  return edges;
}

/** Those that open within the season, the first one first. */
export const weekendsIn = (tx: Tx, { from, until }: SeasonEdges): Promise<WeekendRow[]> =>
  tx.query(
    `SELECT ${columns} FROM weekend WHERE charity_id = $1 AND opens_at >= $2 AND opens_at < $3
      ORDER BY opens_at, takeover_id`,
    [tx.charityId, from, until],
  );

export async function weekendWith(tx: Tx, takeoverId: TakeoverId): Promise<WeekendRow | undefined> {
  const [row] = await tx.query<WeekendRow>(
    `SELECT ${columns} FROM weekend WHERE charity_id = $1 AND takeover_id = $2 AND opens_at IS NOT NULL`,
    [tx.charityId, takeoverId],
  );
  return row;
}

/** Newest first. */
export const weekendsBefore = (
  tx: Tx,
  { before, limit }: { readonly before: string | Date; readonly limit: number },
): Promise<WeekendRow[]> =>
  tx.query(
    `SELECT ${columns} FROM weekend
      WHERE charity_id = $1 AND opens_at < $2 AND NOT (never_opened AND coalesce(because, 'over') <> 'over')
      ORDER BY opens_at DESC, takeover_id LIMIT $3`,
    [tx.charityId, before, limit],
  );
