import { BookingRules, type OutputOf, type viewBookingRules } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export type Rules = OutputOf<typeof viewBookingRules>;

const find = `
  SELECT bookings_ahead AS "bookingsAhead", cool_down_days AS "coolDownDays", weeks_ahead AS "weeksAhead",
         offer_minutes AS "offerMinutes", swaps_need_manager AS "swapsNeedManager", standby_first AS "standbyFirst"
    FROM booking_rules WHERE charity_id = $1`;
const set = `
  INSERT INTO booking_rules
    (charity_id, bookings_ahead, cool_down_days, weeks_ahead, offer_minutes, swaps_need_manager, standby_first)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (charity_id) DO UPDATE SET
    bookings_ahead = excluded.bookings_ahead, cool_down_days = excluded.cool_down_days,
    weeks_ahead = excluded.weeks_ahead, offer_minutes = excluded.offer_minutes,
    swaps_need_manager = excluded.swaps_need_manager, standby_first = excluded.standby_first`;

/** The charity's own rules, or those that hold where it has settled nothing. */
export async function bookingRulesOf(tx: Tx): Promise<Rules> {
  const [rules] = await tx.query<Rules>(find, [tx.charityId]);
  return rules ?? BookingRules.parse({});
}

export async function setRules(tx: Tx, rules: Rules): Promise<void> {
  await tx.query(set, [
    tx.charityId,
    rules.bookingsAhead,
    rules.coolDownDays,
    rules.weeksAhead,
    rules.offerMinutes,
    rules.swapsNeedManager,
    rules.standbyFirst,
  ]);
}
