import type { CuratorId, RotaId, SlotId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { Span, Window } from '../windows/window.js';

/** Who has a slot. Its window may be another than the slot's: longer, or begun earlier. */
export interface Booking extends Span {
  readonly takeoverId: TakeoverId;
  readonly curatorId: CuratorId;
  readonly penName: string;
  /** Its window has begun, or it was ended early: no rule touches it any more. */
  readonly begun: boolean;
}

export interface SlotAhead extends Window {
  readonly slotId: SlotId;
  readonly rotaId: RotaId | null;
  readonly law: string;
  readonly booking: Booking | null;
}

export interface BookedSlot extends SlotAhead {
  readonly booking: Booking;
}

export const isBooked = (slot: SlotAhead): slot is BookedSlot => slot.booking !== null;

/** What a slot keeps from others: its own window and that of whoever has it. */
export const takenBy = ({ opensAt, closesAt, booking }: SlotAhead): Span => ({
  opensAt: booking && booking.opensAt < opensAt ? booking.opensAt : opensAt,
  closesAt: booking && booking.closesAt > closesAt ? booking.closesAt : closesAt,
});

/**
 * The slots of a charity are planned by one at a time: whoever changes a rota, a hiatus or one-off slots waits here, so that
 * no two of them plan for the same window. Booking does not wait.
 */
export async function planAlone(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('slots of ' || $1::text, 0))`, [
    tx.charityId,
  ]);
}

/**
 * Waits for bookings under way (a booking locks its slot) and for takeovers that are just opening, and holds both off until the
 * transaction ends. What is read afterwards has a fresh view and stays true.
 */
export async function holdSlots(tx: Tx, now: Date): Promise<void> {
  await tx.query('SELECT FROM slot WHERE charity_id = $1 AND closes_at > $2 ORDER BY slot_id FOR UPDATE', [
    tx.charityId,
    now,
  ]);
  await tx.query(holdTakeovers, [tx.charityId]);
}

const holdTakeovers = `
  SELECT FROM takeover WHERE charity_id = $1 AND state <> 'closed' ORDER BY takeover_id FOR NO KEY UPDATE`;

interface Row extends Omit<SlotAhead, 'booking'> {
  readonly takeoverId: TakeoverId | null;
  readonly curatorId: CuratorId;
  readonly penName: string;
  readonly begun: boolean;
  readonly bookedFrom: Date;
  readonly bookedUntil: Date;
}

const ahead = `
  SELECT slot.slot_id AS "slotId", rota_id AS "rotaId", zone, opens_at_wall AS "opensAtWall", closes_at_wall AS "closesAtWall",
         slot.opens_at AS "opensAt", slot.closes_at AS "closesAt", law, takeover_id AS "takeoverId", takeover.curator_id AS "curatorId",
         pen_name AS "penName", takeover.opens_at AS "bookedFrom", takeover.closes_at AS "bookedUntil",
         state <> 'scheduled' OR takeover.opens_at <= $2 AS begun
    FROM slot
    LEFT JOIN takeover ON takeover.charity_id = slot.charity_id AND takeover.live_slot_id = slot.slot_id
    LEFT JOIN curator ON curator.charity_id = takeover.charity_id AND curator.curator_id = takeover.curator_id
   WHERE slot.charity_id = $1 AND (slot.closes_at > $2 OR (state <> 'closed' AND takeover.closes_at > $2))
   ORDER BY slot.opens_at`;

/** Every slot of the charity that is not over, soonest first. */
export async function slotsAheadOf(tx: Tx, now: Date): Promise<SlotAhead[]> {
  const rows = await tx.query<Row>(ahead, [tx.charityId, now]);
  return rows.map(({ takeoverId, curatorId, penName, begun, bookedFrom, bookedUntil, ...slot }) => ({
    ...slot,
    booking: takeoverId && {
      takeoverId,
      curatorId,
      penName,
      begun,
      opensAt: bookedFrom,
      closesAt: bookedUntil,
    },
  }));
}
