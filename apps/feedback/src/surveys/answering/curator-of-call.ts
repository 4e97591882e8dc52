import type { Caller, CuratorId } from '@baton/contracts';

/** The curator who calls. The access rule lets nobody else through; anything else here is a fault. */
export function curatorOf(caller: Caller): CuratorId {
  if (caller.kind !== 'curator') throw new Error(`${caller.kind} called what is for curators`);
  return caller.curatorId;
}
