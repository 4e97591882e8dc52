import type { CoverState, CuratorId, WhyOffered } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import type { LockedSlot } from '../slots/lock-slot.js';
import { askNext } from './ask-next.js';

const begin = `
  INSERT INTO cover (charity_id, cover_id, slot_id, because, left_by, begun_at, opens_at, closes_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

export interface Cause {
  readonly because: WhyOffered;
  /** Who gave it up; null where it was nobody’s. */
  readonly leftBy: CuratorId | null;
}

/** Asks whoever is to be asked first. The caller has locked the slot, nobody has it, and nobody is being asked. */
export async function beginSearch(tx: Tx, slot: LockedSlot, { because, leftBy }: Cause): Promise<CoverState> {
  const coverId = newId<string>();
  const { slotId, now, opensAt, closesAt } = slot;
  await tx.query(begin, [tx.charityId, coverId, slotId, because, leftBy, now, opensAt, closesAt]);
  return askNext(tx, { coverId, slotId, because }, slot);
}
