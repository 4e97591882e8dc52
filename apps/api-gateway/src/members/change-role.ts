import {
  accept,
  type changeRole,
  type InputOf,
  memberRoleChanged,
  type ResultOf,
  refuse,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact, newFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { canBeOnCall, endShiftsOf } from '../on-call/shifts.js';
import { decideLeavingRole } from './decide-leaving-role.js';
import { lockOwners } from './lock-owners.js';
import { roleOf } from './role-of.js';

/** A role is read at each call, so this needs to end no session. */
@Injectable()
export class ChangeRole implements Handles<typeof changeRole> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, memberId, role }: InputOf<typeof changeRole>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof changeRole>> {
    return this.database.inCharity(charityId, async (tx) => {
      const owners = await lockOwners(tx);
      const before = await roleOf(tx, memberId);
      if (!before) return refuse('notFound');
      if (decideLeavingRole(owners, memberId, role) === 'lastOwner') return refuse('lastOwner');
      if (before !== role) {
        const [changed] = await tx.query<{ at: Date }>(
          'UPDATE member SET role = $3 WHERE charity_id = $1 AND member_id = $2 RETURNING baton.now() AS at',
          [charityId, memberId, role],
        );
        if (!changed) return refuse('notFound');
        if (!canBeOnCall(role)) await endShiftsOf(tx, memberId);
        const fact = { subject: memberId, revision: 1, data: { memberId, role } };
        await appendFacts(tx, newFact(memberRoleChanged, fact));
        const note = { by: caller, action: 'member.role-changed', about: memberId } as const;
        const details = { from: before, to: role };
        await appendFacts(tx, newAuditFact(tenancyAudited, { ...note, details, at: changed.at }));
      }
      return accept({ memberId, role });
    });
  }
}
