import type { HoldFigures, HoldOfPost, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

type Ids = readonly TakeoverId[];

export async function holdFigures(tx: Tx, takeoverIds: Ids): Promise<HoldFigures> {
  const of = [tx.charityId, takeoverIds];
  const [sums] = await tx.query<Omit<HoldFigures, 'deciders'>>(
    `SELECT count(*)::int AS held, count(DISTINCT post_id)::int AS posts,
            (count(*) FILTER (WHERE verdict = 'approve'))::int AS approved,
            (count(*) FILTER (WHERE verdict = 'decline'))::int AS declined,
            (count(*) FILTER (WHERE verdict IS NULL))::int AS undecided,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY ${waited}) AS "medianSeconds",
            max(${waited}) AS "longestSeconds"
       FROM hold WHERE charity_id = $1 AND takeover_id = ANY($2)`,
    of,
  );
  if (!sums) throw new Error('a sum over nothing is a row, too');
  const deciders = await tx.query<HoldFigures['deciders'][number]>(
    `SELECT decided_by AS by, count(*)::int AS decided FROM hold
      WHERE charity_id = $1 AND takeover_id = ANY($2) AND decided_by IS NOT NULL
      GROUP BY decided_by ORDER BY 2 DESC, 1`,
    of,
  );
  return { ...sums, deciders };
}

const waited = 'extract(epoch FROM decided_at - held_at)::float8';
const shownAtMost = 200;

/** Newest first, and no more than anybody would read. */
export async function holdsOf(tx: Tx, takeoverIds: Ids): Promise<HoldOfPost[]> {
  type Row = Omit<HoldOfPost, 'heldAt' | 'decidedAt'> & { heldAt: Date; decidedAt: Date | null };
  const rows = await tx.query<Row>(
    `SELECT post_id AS "postId", takeover_id AS "takeoverId", checks, held_at AS "heldAt",
            decided_at AS "decidedAt", verdict, decided_by AS by
       FROM hold WHERE charity_id = $1 AND takeover_id = ANY($2)
      ORDER BY held_at DESC, post_id, revision LIMIT ${shownAtMost}`,
    [tx.charityId, takeoverIds],
  );
  return rows.map((row) => ({
    ...row,
    heldAt: row.heldAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
}
