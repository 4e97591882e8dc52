import { accept, type CuratorId, type holdSlot, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { lockReadyCurator } from '../booking/lock-ready-curator.js';
import { alternativesFor } from '../rules/alternatives.js';
import { type LockedSlot, lockSlot } from '../slots/lock-slot.js';
import { findSlot } from '../slots/slots.js';
import { whoHolds } from './holds.js';

type Answer = ResultOf<typeof holdSlot>;

const minutes = 10;
/** So that nobody keeps slots from others all day. */
const mostADay = 30;

/** Theirs, and whatever is past its time there; in one order, because two may each have held what the other wants now. */
const makeRoom = `
  DELETE FROM slot_hold WHERE (charity_id, curator_id) IN (
    SELECT charity_id, curator_id FROM slot_hold
     WHERE charity_id = $1 AND (curator_id = $3 OR slot_id = $2 AND held_until <= baton.now())
     ORDER BY curator_id FOR UPDATE)`;
const hold = `
  INSERT INTO slot_hold (charity_id, curator_id, slot_id, opens_at, held_until)
  VALUES ($1, $2, $3, $4, baton.now() + make_interval(mins => ${minutes})) RETURNING held_until AS "heldUntil"`;
const countIt = `
  INSERT INTO hold_count (charity_id, curator_id, since, holds) VALUES ($1, $2, baton.now(), 1)
  ON CONFLICT (charity_id, curator_id) DO UPDATE SET
    since = CASE WHEN hold_count.since > baton.now() - interval '1 day' THEN hold_count.since ELSE baton.now() END,
    holds = CASE WHEN hold_count.since > baton.now() - interval '1 day' THEN hold_count.holds + 1 ELSE 1 END
  RETURNING holds`;

/**
 * Keeps a slot for whoever is filling in the rest. Asked again it is kept for as long again; the same slot is never kept for two,
 * which the slot's lock sees to, and the constraint proves.
 */
@Injectable()
export class HoldSlot implements Handles<typeof holdSlot> {
  constructor(private readonly database: Database) {}

  handle({ charityId, slotId }: InputOf<typeof holdSlot>, { caller }: CallContext): Promise<Answer> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const slot = await lockSlot(tx, slotId);
      if (!slot) return refuse('notFound');
      const refused = await whyNot(tx, slot, curatorId);
      if (refused) return refused;
      const [counted] = await tx.query<{ holds: number }>(countIt, [charityId, curatorId]);
      if ((counted?.holds ?? 0) > mostADay) return refuse('enough');
      await tx.query(makeRoom, [charityId, slotId, curatorId]);
      const [held] = await tx.query<{ heldUntil: Date }>(hold, [charityId, curatorId, slotId, slot.opensAt]);
      if (!held) return refuse('notFound');
      return accept({ slotId, heldUntil: held.heldUntil.toISOString() });
    });
  }
}

async function whyNot(tx: Tx, { slotId, opensAt }: LockedSlot, curatorId: CuratorId) {
  const seen = await findSlot(tx, slotId);
  if (seen?.state === 'over') return refuse('slotOver');
  if (!(await lockReadyCurator(tx, curatorId))) return refuse('notReady');
  const holder = await whoHolds(tx, slotId);
  const isKept = seen?.state === 'offered' || (holder && holder !== curatorId);
  if (seen?.state !== 'booked' && !isKept) return undefined;
  const details = { alternatives: await alternativesFor(tx, curatorId, opensAt) };
  return refuse(seen?.state === 'booked' ? 'slotTaken' : 'slotHeld', { details });
}
