import type { ExportSource } from '@baton/service-kit';
import { bookingSources } from './booking-sources.js';

/** In the order of the archive. */
export const exportSources: readonly ExportSource[] = [
  {
    file: 'rotas',
    sql: `SELECT rota_id AS key, rota_id AS "rotaId", rule, filled_until::text AS "filledUntil", ended_at AS "endedAt" FROM rota
           WHERE $1::uuid IS NULL OR rota_id > $1::uuid ORDER BY rota_id LIMIT $2`,
  },
  {
    file: 'slots',
    sql: `SELECT slot_id AS key, slot_id AS "slotId", rota_id AS "rotaId", zone, opens_at_wall AS "opensAtWall",
                 closes_at_wall AS "closesAtWall", opens_at AS "opensAt", closes_at AS "closesAt", law FROM slot
           WHERE $1::uuid IS NULL OR slot_id > $1::uuid ORDER BY slot_id LIMIT $2`,
  },
  {
    file: 'hiatuses',
    sql: `SELECT hiatus_id AS key, hiatus_id AS "hiatusId", label, first_day::text AS "from", last_day::text AS until,
                 every_year AS "everyYear" FROM hiatus
           WHERE $1::uuid IS NULL OR hiatus_id > $1::uuid ORDER BY hiatus_id LIMIT $2`,
  },
  {
    file: 'zone-changes',
    sql: `SELECT slot_id || '/' || law AS key, slot_id AS "slotId", law, law_before AS "lawBefore", zone,
                 opens_at_wall AS "opensAtWall", closes_at_wall AS "closesAtWall", opened_before AS "openedBefore",
                 closed_before AS "closedBefore", opens_at AS "opensAt", closes_at AS "closesAt",
                 takeover_id AS "takeoverId", curator_id AS "curatorId", changed_at AS "changedAt" FROM zone_change
           WHERE $1::text IS NULL OR slot_id || '/' || law > $1::text ORDER BY 1 LIMIT $2`,
  },
  {
    file: 'takeovers',
    sql: `SELECT takeover_id AS key, takeover_id AS "takeoverId", slot_id AS "slotId", curator_id AS "curatorId",
                 opens_at AS "opensAt", closes_at AS "closesAt", state FROM takeover
           WHERE $1::uuid IS NULL OR takeover_id > $1::uuid ORDER BY takeover_id LIMIT $2`,
  },
  {
    file: 'curators',
    sql: `SELECT curator_id AS key, curator_id AS "curatorId", pen_name AS "penName",
                 identity_level AS "identityLevel" FROM curator
           WHERE $1::uuid IS NULL OR curator_id > $1::uuid ORDER BY curator_id LIMIT $2`,
  },
  {
    file: 'preFlights',
    sql: `SELECT takeover_id || '/' || time AS key, takeover_id AS "takeoverId", time, opens_at AS "opensAt",
                 asked_at AS "askedAt", problems FROM pre_flight
           WHERE $1::text IS NULL OR takeover_id || '/' || time > $1::text ORDER BY 1 LIMIT $2`,
  },
  {
    file: 'reminderWishes',
    sql: `SELECT curator_id AS key, curator_id AS "curatorId", zone, channel, reminders FROM reminder_wish
           WHERE $1::uuid IS NULL OR curator_id > $1::uuid ORDER BY curator_id LIMIT $2`,
  },
  ...bookingSources,
];
