import type { Caller, MemberId } from '@baton/contracts';

/** The member of the team who calls. The access rule lets nobody else through; anything else here is a fault. */
export function memberOf(caller: Caller): MemberId {
  if (caller.kind !== 'staff') throw new Error(`${caller.kind} called what is for the team`);
  return caller.memberId;
}
