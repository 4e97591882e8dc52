import type { Caller, CuratorId } from '@baton/contracts';

/** Throws for anybody else: the contract lets nobody else call. */
export function curatorOf(caller: Caller): CuratorId {
  if (caller.kind !== 'curator') throw new Error('an operation of curators was called by somebody else');
  return caller.curatorId;
}
