import { accept, type InputOf, type ResultOf, refuse, type resendInvitation } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { mayGive } from './decide-role.js';
import { giverOf } from './giver.js';
import { invitationToken } from './invitation-token.js';
import { Invitations } from './invitations.js';
import { MailInvitation } from './mail-invitation.js';

@Injectable()
export class ResendInvitation implements Handles<typeof resendInvitation> {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
    private readonly letters: MailInvitation,
  ) {}

  handle(
    { charityId, invitationId }: InputOf<typeof resendInvitation>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof resendInvitation>> {
    return this.database.inCharity(charityId, async (tx) => {
      const invitation = await this.invitations.byId(tx, invitationId);
      if (!invitation) return refuse('notFound');
      const { state, role } = invitation;
      if (state === 'accepted') return refuse('invitationUsed');
      if (state === 'withdrawn') return refuse('invitationWithdrawn');
      const giver = giverOf(caller);
      if (!giver || !mayGive(giver, role)) return refuse('aboveYou');
      const { token, hash } = invitationToken.make(charityId);
      const expiresAt = await this.invitations.renew(tx, invitationId, hash);
      if (!expiresAt)
        return refuse('tooOften', {
          message:
            'It was mailed just now, or five times already. Please wait five minutes, or invite again.',
        });
      await this.letters.queue(tx, { to: await this.invitations.addressOf(tx, invitation), role, token });
      return accept({ invitationId, role, expiresAt: expiresAt.toISOString() });
    });
  }
}
