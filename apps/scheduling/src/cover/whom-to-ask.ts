import type { AskedAs, CuratorId, SlotId, WhyOffered } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { Rules } from '../rules/booking-rules.js';
import { bookingsAheadOf, tooNear } from '../rules/limits.js';

export interface Search {
  readonly coverId: string;
  readonly slotId: SlotId;
  readonly because: WhyOffered;
}

export interface Candidate {
  readonly curatorId: CuratorId;
  readonly penName: string;
  readonly askedAs: AskedAs;
}

/** So that nobody’s mailbox fills because many slots come free at once. */
const mostOffersADay = 5;

const opensOn = 'left(slot.opens_at_wall, 10)::date';
const closesOn = 'left(slot.closes_at_wall, 10)::date';
const within = (row: string) =>
  `coalesce(${row}.from_on <= ${opensOn}, true) AND coalesce(${row}.until_on >= ${closesOn}, true)`;

/** Standby is for when somebody cannot; a slot that is merely free is for those who wait for one. */
const whoMayBeAsked = `
  SELECT standby.curator_id, since,
         CASE WHEN standby.slot_id IS NULL THEN 'standbyForDays' ELSE 'standbyForSlot' END AS asked_as
    FROM standby, slot
   WHERE standby.charity_id = $1 AND $4 = 'cover'
     AND CASE WHEN standby.slot_id IS NULL THEN ${within('standby')} ELSE standby.slot_id = slot.slot_id END
   UNION ALL
  SELECT waitlist.curator_id, joined_at, 'waiting' FROM waitlist, slot
   WHERE waitlist.charity_id = $1 AND ${within('waitlist')}
     AND (weekdays IS NULL OR lower(to_char(${opensOn}, 'FMDay')) = ANY (weekdays))`;

/**
 * Limits do not hold for whoever steps in: they help. They do for a booking like any other. Whoever thinks about one free slot is
 * not asked about another meanwhile.
 */
const next = `
  WITH slot AS (SELECT * FROM slot WHERE charity_id = $1 AND slot_id = $2),
       may AS (${whoMayBeAsked})
  SELECT may.curator_id AS "curatorId", pen_name AS "penName", asked_as AS "askedAs"
    FROM may JOIN curator ON curator.charity_id = $1 AND curator.curator_id = may.curator_id, slot
   WHERE curator.withdrawn_at IS NULL
     AND NOT EXISTS (SELECT FROM cover_offer asked
                      WHERE asked.charity_id = $1 AND asked.slot_id = $2 AND asked.curator_id = may.curator_id
                        AND (asked.cover_id = $3 OR asked.state = 'declined'))
     AND NOT EXISTS (SELECT FROM cover
                      WHERE cover.charity_id = $1 AND cover.slot_id = $2 AND cover.left_by = may.curator_id)
     AND (SELECT count(*) FROM cover_offer today WHERE today.charity_id = $1 AND today.curator_id = may.curator_id
             AND today.offered_at > baton.now() - interval '1 day') < ${mostOffersADay}
     AND ($4 = 'cover'
          OR NOT EXISTS (SELECT FROM cover_offer thinks
                          WHERE thinks.charity_id = $1 AND thinks.curator_id = may.curator_id AND thinks.state = 'open')
             AND (SELECT count(*) FROM ${bookingsAheadOf('may.curator_id')}) < $6
             AND NOT ${tooNear('may.curator_id', 'slot.opens_at', 'slot.closes_at', '$7::int')})
   ORDER BY CASE asked_as WHEN 'standbyForSlot' THEN 0 WHEN 'standbyForDays' THEN 1
                          ELSE CASE WHEN $5 THEN 2 ELSE -1 END END,
            since, may.curator_id
   LIMIT 1`;

const hold = 'SELECT FROM curator WHERE charity_id = $1 AND curator_id = $2 FOR UPDATE';

/**
 * Whose turn it is; nobody where all were asked. Of free slots somebody is asked about one at a time, whoever looks for whom
 * at this moment: they are held, and seen once more with whatever others said to them while we waited.
 */
export async function whomToAsk(tx: Tx, search: Search, rules: Rules): Promise<Candidate | undefined> {
  const candidate = await seek(tx, search, rules);
  if (!candidate || search.because === 'cover') return candidate;
  await tx.query(hold, [tx.charityId, candidate.curatorId]);
  const again = await seek(tx, search, rules);
  return again?.curatorId === candidate.curatorId ? again : whomToAsk(tx, search, rules);
}

async function seek(
  tx: Tx,
  { coverId, slotId, because }: Search,
  { standbyFirst, bookingsAhead, coolDownDays }: Rules,
): Promise<Candidate | undefined> {
  const [candidate] = await tx.query<Candidate>(next, [
    tx.charityId,
    slotId,
    coverId,
    because,
    standbyFirst,
    bookingsAhead,
    coolDownDays,
  ]);
  return candidate;
}
