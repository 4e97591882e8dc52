import {
  accept,
  type InputOf,
  memberLeft,
  type ResultOf,
  refuse,
  type removeMember,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact, newFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { endShiftsOf } from '../on-call/shifts.js';
import { decideLeavingRole } from './decide-leaving-role.js';
import { lockOwners } from './lock-owners.js';

@Injectable()
export class RemoveMember implements Handles<typeof removeMember> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, memberId }: InputOf<typeof removeMember>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof removeMember>> {
    const mayRemove = caller.kind === 'staff' && (caller.role === 'owner' || caller.memberId === memberId);
    if (!mayRemove) return refuse('onlyOwners');
    return this.database.inCharity(charityId, async (tx) => {
      const owners = await lockOwners(tx);
      if (decideLeavingRole(owners, memberId, 'nothing') === 'lastOwner') return refuse('lastOwner');
      await endShiftsOf(tx, memberId);
      const [removed] = await tx.query<{ role: string; at: Date }>(
        'DELETE FROM member WHERE charity_id = $1 AND member_id = $2 RETURNING role, baton.now() AS at',
        [charityId, memberId],
      );
      if (removed) {
        await appendFacts(tx, newFact(memberLeft, { subject: memberId, revision: 1, data: { memberId } }));
        const note = { by: caller, action: 'member.left', about: memberId } as const;
        const details = { role: removed.role };
        await appendFacts(tx, newAuditFact(tenancyAudited, { ...note, details, at: removed.at }));
      }
      return accept({ removed: true as const });
    });
  }
}
