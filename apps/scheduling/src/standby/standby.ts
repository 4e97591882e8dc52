import type { CuratorId, OutputOf, viewMyWaiting } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export type Standby = OutputOf<typeof viewMyWaiting>['standby'][number];

interface StandbyRow extends Omit<Standby, 'since'> {
  readonly curatorId: CuratorId;
  readonly penName: string;
  readonly since: Date;
}

/** What is past is nobody’s standby any more. */
const ahead = `
  SELECT curator_id AS "curatorId", pen_name AS "penName", slot_id AS "slotId", from_on::text AS from,
         until_on::text AS until, since
    FROM standby JOIN curator USING (charity_id, curator_id) LEFT JOIN slot USING (charity_id, slot_id)
   WHERE charity_id = $1
     AND CASE WHEN slot_id IS NULL THEN until_on >= (baton.now() - interval '1 day')::date ELSE closes_at > baton.now() END`;

/** In the order in which they are asked: for one slot before for days, and then who said so first. */
export async function everybodyOnStandby(tx: Tx) {
  const rows = await tx.query<StandbyRow>(`${ahead} ORDER BY slot_id IS NULL, since, curator_id`, [
    tx.charityId,
  ]);
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

export async function standbyOf(tx: Tx, curatorId: CuratorId): Promise<Standby[]> {
  const rows = await tx.query<StandbyRow>(`${ahead} AND curator_id = $2 ORDER BY since`, [
    tx.charityId,
    curatorId,
  ]);
  return rows.map(({ curatorId: _, penName: __, ...row }) => ({ ...row, since: row.since.toISOString() }));
}

/** For one slot; without one, at all. */
export async function endStandbyOf(tx: Tx, curatorId: CuratorId, slotId?: string): Promise<void> {
  await tx.query(
    `DELETE FROM standby WHERE charity_id = $1 AND curator_id = $2 AND ($3::uuid IS NULL OR slot_id = $3)`,
    [tx.charityId, curatorId, slotId ?? null],
  );
}
