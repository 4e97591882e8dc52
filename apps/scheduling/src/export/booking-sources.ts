import type { ExportSource } from '@baton/service-kit';

/** What people said about booking, standing by and swapping, by pseudonym and without their words. */
export const bookingSources: readonly ExportSource[] = [
  {
    file: 'booking-rules',
    sql: `SELECT charity_id AS key, bookings_ahead AS "bookingsAhead", cool_down_days AS "coolDownDays",
                 weeks_ahead AS "weeksAhead", offer_minutes AS "offerMinutes",
                 swaps_need_manager AS "swapsNeedManager", standby_first AS "standbyFirst" FROM booking_rules
           WHERE $1::uuid IS NULL OR charity_id > $1::uuid ORDER BY charity_id LIMIT $2`,
  },
  {
    file: 'standby',
    sql: `SELECT standby_id AS key, standby_id AS "standbyId", curator_id AS "curatorId", slot_id AS "slotId",
                 from_on::text AS from, until_on::text AS until, since FROM standby
           WHERE $1::uuid IS NULL OR standby_id > $1::uuid ORDER BY standby_id LIMIT $2`,
  },
  {
    file: 'waitlist',
    sql: `SELECT curator_id AS key, curator_id AS "curatorId", from_on::text AS from, until_on::text AS until, weekdays,
                 joined_at AS "joinedAt" FROM waitlist
           WHERE $1::uuid IS NULL OR curator_id > $1::uuid ORDER BY curator_id LIMIT $2`,
  },
  {
    file: 'cancellations',
    sql: `SELECT takeover_id AS key, takeover_id AS "takeoverId", curator_id AS "curatorId", by_whom AS by, at
            FROM cancellation JOIN takeover USING (charity_id, takeover_id)
           WHERE $1::uuid IS NULL OR takeover_id > $1::uuid ORDER BY takeover_id LIMIT $2`,
  },
  {
    file: 'offers',
    sql: `SELECT offer_id AS key, offer_id AS "offerId", slot_id AS "slotId", curator_id AS "curatorId", because,
                 asked_as AS "askedAs", cover_offer.state, offered_at AS "offeredAt", expires_at AS "expiresAt",
                 answered_at AS "answeredAt" FROM cover_offer JOIN cover USING (charity_id, slot_id, cover_id)
           WHERE $1::uuid IS NULL OR offer_id > $1::uuid ORDER BY offer_id LIMIT $2`,
  },
  {
    file: 'swaps',
    sql: `SELECT swap_id AS key, swap_id AS "swapId", proposed_by AS "proposedBy", curator_id AS "curatorId", gives, wants,
                 state, proposed_at AS "proposedAt" FROM swap
           WHERE $1::uuid IS NULL OR swap_id > $1::uuid ORDER BY swap_id LIMIT $2`,
  },
];
