import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { type Slot, type SlotRow, slotOf, slotsWithState } from '../slots/slots.js';
import { bookingRulesOf } from './booking-rules.js';
import { tooNear } from './limits.js';

const most = 5;

const nearest = `
  SELECT slot.* FROM (${slotsWithState}) AS slot
   WHERE state = 'free' AND "opensAt" <= baton.now() + make_interval(weeks => $4)
     AND NOT ${tooNear('$2', '"opensAt"', '"closesAt"', '$5::int')}
   ORDER BY abs(extract(epoch FROM "opensAt" - $3::timestamptz)), "opensAt" LIMIT ${most}`;

/** Free slots that leave somebody rest enough, those nearest to what they wanted first: five at most. */
export async function alternativesFor(tx: Tx, curatorId: CuratorId, near: Date): Promise<Slot[]> {
  const { weeksAhead, coolDownDays } = await bookingRulesOf(tx);
  const rows = await tx.query<SlotRow>(nearest, [tx.charityId, curatorId, near, weeksAhead, coolDownDays]);
  return rows.map(slotOf);
}
