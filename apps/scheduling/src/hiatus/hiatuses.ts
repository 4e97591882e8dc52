import type { HiatusId, listHiatuses, OutputOf } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export type Hiatus = OutputOf<typeof listHiatuses>['hiatuses'][number];

const hiatusesAsKnown = `
  SELECT hiatus_id AS "hiatusId", label, first_day::text AS "from", last_day::text AS until, every_year AS "everyYear"
    FROM hiatus WHERE charity_id = $1 ORDER BY first_day, hiatus_id`;

export const hiatusesOf = (tx: Tx): Promise<Hiatus[]> => tx.query<Hiatus>(hiatusesAsKnown, [tx.charityId]);

/** False where it is as it was. */
export async function saveHiatus(tx: Tx, hiatus: Hiatus): Promise<boolean> {
  const saved = await tx.query(
    `INSERT INTO hiatus (charity_id, hiatus_id, label, first_day, last_day, every_year) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (charity_id, hiatus_id) DO UPDATE
          SET label = excluded.label, first_day = excluded.first_day, last_day = excluded.last_day,
              every_year = excluded.every_year
        WHERE (hiatus.label, hiatus.first_day, hiatus.last_day, hiatus.every_year)
           <> (excluded.label, excluded.first_day, excluded.last_day, excluded.every_year)
     RETURNING hiatus_id`,
    [tx.charityId, hiatus.hiatusId, hiatus.label, hiatus.from, hiatus.until, hiatus.everyYear],
  );
  return saved.length === 1;
}

/** False where there was none. */
export async function forgetHiatus(tx: Tx, hiatusId: HiatusId): Promise<boolean> {
  const gone = await tx.query(
    'WITH gone AS (DELETE FROM hiatus WHERE charity_id = $1 AND hiatus_id = $2 RETURNING 1) SELECT * FROM gone',
    [tx.charityId, hiatusId],
  );
  return gone.length === 1;
}
