import {
  accept,
  type InputOf,
  type ResultOf,
  refuse,
  tenancyAudited,
  type withdrawInvitation,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { Invitations } from './invitations.js';

@Injectable()
export class WithdrawInvitation implements Handles<typeof withdrawInvitation> {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
  ) {}

  handle(
    { charityId, invitationId }: InputOf<typeof withdrawInvitation>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof withdrawInvitation>> {
    return this.database.inCharity(charityId, async (tx) => {
      const invitation = await this.invitations.byId(tx, invitationId);
      if (!invitation) return refuse('notFound');
      if (invitation.state === 'accepted') return refuse('invitationUsed');
      if (invitation.state === 'open') {
        await this.invitations.end(tx, invitationId, 'withdrawn');
        const note = { by: caller, action: 'member.invitation-withdrawn', about: invitationId } as const;
        await appendFacts(tx, newAuditFact(tenancyAudited, { ...note, at: invitation.now }));
      }
      return accept({ withdrawn: true as const });
    });
  }
}
