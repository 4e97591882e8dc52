import type { listSlots, OutputOf, RotaId, SlotId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { Window } from '../windows/window.js';
import { heedLaw } from '../zone-law/laws.js';

export type Slot = OutputOf<typeof listSlots>['slots'][number];

export interface NewSlot extends Window {
  readonly slotId: SlotId;
}

export interface SlotRow extends Omit<Slot, 'opensAt' | 'closesAt' | 'uncovered' | 'oneOff'> {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly uncovered: boolean;
  readonly oneOff: boolean;
}

/** An expired hold is none, whether or not anybody has cleared it away. */
export const slotsWithState = `
  SELECT slot.slot_id AS "slotId", zone, opens_at_wall AS "opensAtWall", closes_at_wall AS "closesAtWall",
         opens_at AS "opensAt", closes_at AS "closesAt",
         CASE WHEN closes_at <= (SELECT baton.now()) THEN 'over'
              WHEN EXISTS (SELECT FROM takeover WHERE takeover.charity_id = slot.charity_id
                                                  AND takeover.slot_id = slot.slot_id AND NOT gave_way) THEN 'booked'
              -- Somebody has the account then: their takeover was opened before its time, or lasts longer.
              WHEN EXISTS (SELECT FROM takeover live WHERE live.charity_id = slot.charity_id AND live.state <> 'closed'
                              AND tstzrange(live.opens_at, live.closes_at)
                               && tstzrange(slot.opens_at, slot.closes_at)) THEN 'booked'
              WHEN last_cover.state = 'asking' THEN 'offered'
              WHEN EXISTS (SELECT FROM slot_hold WHERE slot_hold.charity_id = slot.charity_id
                              AND slot_hold.slot_id = slot.slot_id AND held_until > (SELECT baton.now())) THEN 'held'
              ELSE 'free' END AS state,
         last_cover.state IS NOT DISTINCT FROM 'uncovered' AS uncovered, rota_id IS NULL AS "oneOff"
    FROM slot LEFT JOIN LATERAL (
      SELECT state FROM cover WHERE cover.charity_id = slot.charity_id AND cover.slot_id = slot.slot_id
       ORDER BY begun_at DESC LIMIT 1) AS last_cover ON true`;

export async function findSlot(tx: Tx, slotId: SlotId): Promise<Slot | undefined> {
  const rows = await tx.query<SlotRow>(`${slotsWithState} WHERE charity_id = $1 AND slot_id = $2`, [
    tx.charityId,
    slotId,
  ]);
  return rows.map(slotOf)[0];
}

/** The first slot that a window would overlap. */
export async function slotAt(tx: Tx, { opensAt, closesAt }: Window): Promise<Slot | undefined> {
  const rows = await tx.query<SlotRow>(
    `${slotsWithState} WHERE charity_id = $1 AND tstzrange(opens_at, closes_at) && tstzrange($2, $3) ORDER BY opens_at LIMIT 1`,
    [tx.charityId, opensAt, closesAt],
  );
  return rows.map(slotOf)[0];
}

/** Slots that are not over, soonest first. */
export async function slotsAhead(
  tx: Tx,
  wanted: { state?: 'free' | 'booked' | undefined; limit: number },
): Promise<Slot[]> {
  const rows = await tx.query<SlotRow>(
    `SELECT * FROM (${slotsWithState}) AS slot
      WHERE state <> 'over' AND ($1::text IS NULL OR state = $1)
      ORDER BY "opensAt" LIMIT $2`,
    [wanted.state ?? null, wanted.limit],
  );
  return rows.map(slotOf);
}

export interface FromWhere {
  /** Absent: a one-off. */
  readonly rotaId?: RotaId;
  /** The edition of the zone database by which their instants were derived. */
  readonly law: string;
}

/** Adds those that overlap no other slot of the charity, in one statement; the others are left out. */
export async function insertSlots(
  tx: Tx,
  slots: readonly NewSlot[],
  { rotaId, law }: FromWhere,
): Promise<void> {
  if (slots.length === 0) return;
  await tx.query(
    `INSERT INTO slot (charity_id, rota_id, law, slot_id, zone, opens_at_wall, closes_at_wall, opens_at, closes_at)
     SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[],
                                      $8::timestamptz[], $9::timestamptz[])
     ON CONFLICT DO NOTHING`,
    [
      tx.charityId,
      rotaId ?? null,
      law,
      slots.map((slot) => slot.slotId),
      slots.map((slot) => slot.zone),
      slots.map((slot) => slot.opensAtWall),
      slots.map((slot) => slot.closesAtWall),
      slots.map((slot) => slot.opensAt),
      slots.map((slot) => slot.closesAt),
    ],
  );
  await heedLaw(tx, law);
}

export const slotOf = ({ opensAt, closesAt, uncovered, oneOff, ...row }: SlotRow): Slot => ({
  ...row,
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
  ...(uncovered && row.state === 'free' && { uncovered }),
  ...(oneOff && { oneOff }),
});
