import { type CuratorId, mostBuddies } from '@baton/contracts';
import type { Offer, Waiting } from './buddy-rows.js';

export interface NewPair {
  readonly newcomerId: CuratorId;
  readonly buddyId: CuratorId;
}

/**
 * Who gets whom: whoever waits longest first, each the one who looks after fewest, nobody themself, nobody whom they had
 * before and one of them ended it, nobody more than three. `waiting` and `offers` come in the order in which they are
 * served. Pure.
 */
export function decidePairs(waiting: readonly Waiting[], offers: readonly Offer[]): NewPair[] {
  const load = new Map(offers.map(({ curatorId, looksAfter }) => [curatorId, looksAfter]));
  const order = offers.map(({ curatorId }) => curatorId);
  return waiting.flatMap(({ curatorId: newcomerId, not }) => {
    const may = (id: CuratorId) => id !== newcomerId && !not.includes(id);
    const free = order.filter((id) => may(id) && loadOf(load, id) < mostBuddies);
    const fewest = Math.min(...free.map((id) => loadOf(load, id)));
    const buddyId = free.find((id) => loadOf(load, id) === fewest);
    if (!buddyId) return [];
    load.set(buddyId, fewest + 1);
    return [{ newcomerId, buddyId }];
  });
}

const loadOf = (load: ReadonlyMap<CuratorId, number>, id: CuratorId): number => load.get(id) ?? 0;
