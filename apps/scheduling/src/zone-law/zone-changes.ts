import type { listZoneChanges, OutputOf } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { View } from '../rota/situation.js';
import type { SlotAhead } from '../rota/slots-ahead.js';
import type { Span } from '../windows/window.js';

export type ZoneChange = OutputOf<typeof listZoneChanges>['changes'][number];

const note = `
  INSERT INTO zone_change (charity_id, law, changed_at, slot_id, law_before, zone, opens_at_wall, closes_at_wall,
                           opened_before, closed_before, opens_at, closes_at, takeover_id, curator_id)
  SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[],
                                   $10::timestamptz[], $11::timestamptz[], $12::timestamptz[], $13::uuid[], $14::uuid[])`;

/** A slot changes once by an edition of the law, or the database says no. */
export async function noteChanges(
  tx: Tx,
  changes: readonly { slot: SlotAhead; window?: Span }[],
  { now, rules }: View,
): Promise<void> {
  const slots = changes.map(({ slot }) => slot);
  await tx.query(note, [
    tx.charityId,
    rules.law,
    now,
    slots.map(({ slotId }) => slotId),
    slots.map(({ law }) => law),
    slots.map(({ zone }) => zone),
    slots.map(({ opensAtWall }) => opensAtWall),
    slots.map(({ closesAtWall }) => closesAtWall),
    slots.map(({ opensAt }) => opensAt),
    slots.map(({ closesAt }) => closesAt),
    changes.map(({ window }) => window?.opensAt ?? null),
    changes.map(({ window }) => window?.closesAt ?? null),
    slots.map(({ booking }) => booking?.takeoverId ?? null),
    slots.map(({ booking }) => booking?.curatorId ?? null),
  ]);
}

interface Row extends Omit<ZoneChange, 'before' | 'after' | 'changedAt' | 'told'> {
  readonly openedBefore: Date;
  readonly closedBefore: Date;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly changedAt: Date;
  readonly takeoverId: NonNullable<ZoneChange['told']>['takeoverId'] | null;
  readonly curatorId: NonNullable<ZoneChange['told']>['curatorId'];
  readonly penName: string | null;
}

const latestFirst = `
  SELECT slot_id AS "slotId", zone, opens_at_wall AS "opensAtWall", closes_at_wall AS "closesAtWall",
         opened_before AS "openedBefore", closed_before AS "closedBefore", opens_at AS "opensAt", closes_at AS "closesAt",
         law_before AS "lawBefore", law, changed_at AS "changedAt", takeover_id AS "takeoverId", curator_id AS "curatorId",
         pen_name AS "penName"
    FROM zone_change LEFT JOIN curator USING (charity_id, curator_id)
   WHERE charity_id = $1 ORDER BY changed_at DESC, opened_before LIMIT $2`;

export async function zoneChangesOf(tx: Tx, limit: number): Promise<ZoneChange[]> {
  return (await tx.query<Row>(latestFirst, [tx.charityId, limit])).map(changeOf);
}

const changeOf = (row: Row): ZoneChange => ({
  slotId: row.slotId,
  zone: row.zone,
  opensAtWall: row.opensAtWall,
  closesAtWall: row.closesAtWall,
  before: { opensAt: row.openedBefore.toISOString(), closesAt: row.closedBefore.toISOString() },
  after:
    row.opensAt && row.closesAt
      ? { opensAt: row.opensAt.toISOString(), closesAt: row.closesAt.toISOString() }
      : null,
  lawBefore: row.lawBefore,
  law: row.law,
  changedAt: row.changedAt.toISOString(),
  told:
    row.takeoverId && row.penName
      ? { takeoverId: row.takeoverId, curatorId: row.curatorId, penName: row.penName }
      : null,
});
