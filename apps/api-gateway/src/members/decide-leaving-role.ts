import type { MemberId, StaffRole } from '@baton/contracts';

/** A charity is never without an owner: the last one neither leaves nor becomes something else. */
export const decideLeavingRole = (
  owners: readonly MemberId[],
  memberId: MemberId,
  next: StaffRole | 'nothing',
): 'allowed' | 'lastOwner' =>
  next !== 'owner' && owners.length === 1 && owners[0] === memberId ? 'lastOwner' : 'allowed';
