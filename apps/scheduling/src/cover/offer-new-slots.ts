import type { SlotId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { bookingRulesOf } from '../rules/booking-rules.js';
import { lockSlot } from '../slots/lock-slot.js';
import { beginSearch } from './begin-search.js';
import { whomToAsk } from './whom-to-ask.js';

/** What is farther away is there for everybody to find. */
const weeks = 8;
/** However many slots come at once, so many people are written to at once. */
const mostOffers = 10;
const mostSlots = 60;

/** None where nobody waits, nor any that is offered already. A takeover that lasts into a slot keeps it from everybody. */
const soonest = `
  SELECT slot_id AS "slotId" FROM slot
   WHERE charity_id = $1 AND slot_id = ANY ($2::uuid[]) AND opens_at > baton.now()
     AND opens_at < baton.now() + make_interval(weeks => least(${weeks}, $3))
     AND EXISTS (SELECT FROM waitlist WHERE waitlist.charity_id = $1)
     AND NOT EXISTS (SELECT FROM cover WHERE cover.charity_id = $1 AND asked_slot_id = slot.slot_id)
     AND NOT EXISTS (SELECT FROM takeover there WHERE there.charity_id = $1 AND there.state <> 'closed'
                        AND tstzrange(there.opens_at, there.closes_at) && tstzrange(slot.opens_at, slot.closes_at))
   ORDER BY opens_at LIMIT ${mostSlots}`;

/**
 * Slots have come, in this transaction: those of the next weeks that somebody waits for are offered before they are anybody’s.
 * Nobody has more than one such offer at a time, so a whole rota does not fill their mailbox.
 */
export async function offerNewSlots(tx: Tx, slotIds: readonly SlotId[]): Promise<void> {
  if (slotIds.length === 0) return;
  const rules = await bookingRulesOf(tx);
  const found = await tx.query<{ slotId: SlotId }>(soonest, [tx.charityId, slotIds, rules.weeksAhead]);
  let offers = 0;
  for (const { slotId } of found) {
    if (offers === mostOffers) return;
    const search = { coverId: newId<string>(), slotId, because: 'freed' } as const;
    const slot = (await whomToAsk(tx, search, rules)) && (await lockSlot(tx, slotId));
    if (!slot) continue;
    if ((await beginSearch(tx, slot, { because: 'freed', leftBy: null })) === 'asking') offers += 1;
  }
}
