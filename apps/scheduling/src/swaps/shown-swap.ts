import type { Caller, listSwaps, OutputOf } from '@baton/contracts';
import type { Swap } from './swaps.js';

type Shown = OutputOf<typeof listSwaps>['swaps'][number];

/** Whoever chose to be anonymous is so to other curators as well. */
export function shownSwap({ gives, wants, swapId, state, expiresAt }: Swap, reader: Caller): Shown {
  const self = reader.kind === 'curator' ? reader.curatorId : undefined;
  const shown = ({ slotId, penName, isAnonymous, curatorId, opensAt, closesAt }: Swap['gives']) => ({
    slotId,
    penName: isAnonymous && self && self !== curatorId ? null : penName,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  });
  return {
    swapId,
    state,
    gives: shown(gives),
    wants: shown(wants),
    mine: self === gives.curatorId,
    expiresAt: expiresAt.toISOString(),
  };
}
