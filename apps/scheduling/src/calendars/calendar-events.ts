import type { CuratorId, IdentityLevel, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** A takeover as calendars tell it. */
export interface CalendarEvent {
  readonly takeoverId: TakeoverId;
  readonly curatorId: CuratorId;
  readonly penName: string;
  readonly identityLevel: IdentityLevel;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** When it was given back, where that was before its window ended. */
  readonly endedAt: Date | null;
  readonly zone: string;
  readonly revision: number;
  readonly changedAt: Date;
  readonly isOff: boolean;
  /** Its curator has taken back their consent, rests or has left: they are not named to the public any more. */
  readonly hasWithdrawn: boolean;
}

const events = `
  SELECT takeover_id AS "takeoverId", curator_id AS "curatorId", pen_name AS "penName", identity_level AS "identityLevel",
         takeover.opens_at AS "opensAt", takeover.closes_at AS "closesAt",
         CASE WHEN closed_at < takeover.closes_at AND takeover.opened_at IS NOT NULL THEN closed_at END AS "endedAt",
         coalesce(slot.zone, charity.zone) AS zone, revision, changed_at AS "changedAt", gave_way AND takeover.opened_at IS NULL AS "isOff",
         withdrawn_at IS NOT NULL AS "hasWithdrawn"
    FROM takeover JOIN curator USING (charity_id, curator_id) JOIN charity USING (charity_id)
         LEFT JOIN slot USING (charity_id, slot_id)
   WHERE takeover.charity_id = $1 AND takeover.closes_at > (SELECT baton.now()) - interval '1 year'
     AND ($2::uuid IS NULL OR curator_id = $2)
   ORDER BY takeover.opens_at DESC, takeover_id LIMIT 400`;

/** From a year ago on, the latest first; only one curator's where one is given. Those that are off are among them, also where their
 * slot is gone. */
export const calendarEvents = (tx: Tx, curatorId: CuratorId | null = null): Promise<CalendarEvent[]> =>
  tx.query<CalendarEvent>(events, [tx.charityId, curatorId]);
