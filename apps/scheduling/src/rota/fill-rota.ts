import type { RotaId, SlotId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Temporal } from 'temporal-polyfill';
import { insertSlots } from '../slots/slots.js';
import type { Window } from '../windows/window.js';
import { type WeeklyRule, weeklyWindows } from './weekly-windows.js';

/** How far ahead people can book: the charity that began all this was booked up for more than a year. */
export const weeksAhead = 78;

/**
 * Makes the free slots of a rota what its rule and the zone's present law say, `weeksAhead` from today.
 * What is right already keeps its id; free slots that have become wrong are replaced; booked ones are never
 * moved, and a slot that would overlap one of them is left out. Doing it again changes nothing.
 *
 * The caller has locked the rota's row, so that a rota is filled by one at a time.
 */
export async function fillRota(tx: Tx, rotaId: RotaId, rule: WeeklyRule, now: Date): Promise<void> {
  const until = lastDayToFill(now);
  const windows = weeklyWindows(rule, now, until);
  await removeFreeSlotsExcept(tx, rotaId, windows, now);
  const slots = windows.map((window) => ({ ...window, slotId: newId<SlotId>() }));
  await insertSlots(tx, slots, rotaId);
  await tx.query('UPDATE rota SET filled_until = $2 WHERE rota_id = $1', [rotaId, until]);
}

/** Counted in UTC days for every zone: at the far end of the rota a day more or less is no matter. */
export const lastDayToFill = (now: Date): string =>
  Temporal.PlainDate.from(now.toISOString().slice(0, 10)).add({ weeks: weeksAhead }).toString();

/**
 * Two statements, because a booking may be under way: the first waits for it (a booking locks its slot),
 * and only the second, with a fresh view, can see that the slot is free no more.
 */
async function removeFreeSlotsExcept(
  tx: Tx,
  rotaId: RotaId,
  windows: readonly Window[],
  now: Date,
): Promise<void> {
  await tx.query('SELECT FROM slot WHERE rota_id = $1 AND closes_at > $2 FOR UPDATE', [rotaId, now]);
  await tx.query(
    `DELETE FROM slot
      WHERE rota_id = $1 AND closes_at > $2
        AND NOT EXISTS (SELECT FROM takeover WHERE takeover.charity_id = slot.charity_id
                                               AND takeover.slot_id = slot.slot_id)
        AND (zone, opens_at_wall, closes_at_wall, opens_at, closes_at) NOT IN
            (SELECT * FROM unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[]))`,
    [
      rotaId,
      now,
      windows.map((window) => window.zone),
      windows.map((window) => window.opensAtWall),
      windows.map((window) => window.closesAtWall),
      windows.map((window) => window.opensAt),
      windows.map((window) => window.closesAt),
    ],
  );
}
