import type { CoverState, CuratorId, SlotId, WhyClosed } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { lockSlot } from '../slots/lock-slot.js';
import { askNext } from './ask-next.js';
import { whyOffered } from './decide-cover.js';

const begin = `
  INSERT INTO cover (charity_id, cover_id, slot_id, because, left_by, begun_at) VALUES ($1, $2, $3, $4, $5, $6)`;

export interface GivenUp {
  readonly slotId: SlotId;
  /** Whose it was; null where it was nobody’s and can be booked again, after a hiatus for instance. */
  readonly curatorId: CuratorId | null;
  readonly because: WhyClosed;
}

/**
 * A takeover gave way, in this transaction: before its slot is anybody’s, whoever is to be asked is asked. So nobody comes before
 * them by being quick. Undefined where nobody is looked for.
 */
export async function slotGivenUp(
  tx: Tx,
  { slotId, curatorId, because }: GivenUp,
): Promise<CoverState | undefined> {
  const slot = await lockSlot(tx, slotId);
  const why = slot && whyOffered(because, slot.opensAt <= slot.now);
  if (!slot || !why || slot.closesAt <= slot.now) return undefined;
  const coverId = newId<string>();
  await tx.query(begin, [tx.charityId, coverId, slotId, why, curatorId, slot.now]);
  return askNext(tx, { coverId, slotId, because: why }, slot);
}
