import type { CoverState, CuratorId, SlotId, WhyClosed } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { lockSlot } from '../slots/lock-slot.js';
import { beginSearch } from './begin-search.js';
import { whyOffered } from './decide-cover.js';

export interface GivenUp {
  readonly slotId: SlotId;
  readonly curatorId: CuratorId;
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
  if (!slot || slot.closesAt <= slot.now) return undefined;
  const why = whyOffered(because, +slot.opensAt - +slot.now);
  return why && beginSearch(tx, slot, { because: why, leftBy: curatorId });
}
