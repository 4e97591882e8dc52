import { accept, type InputOf, type listInvitations } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { Invitations } from './invitations.js';

@Injectable()
export class ListInvitations implements Handles<typeof listInvitations> {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
  ) {}

  handle({ charityId }: InputOf<typeof listInvitations>) {
    return this.database.inCharity(charityId, async (tx) => {
      const invitations = [];
      for (const invitation of await this.invitations.open(tx)) {
        const { invitationId, role, invitedBy, invitedAt, expiresAt, now } = invitation;
        invitations.push({
          invitationId,
          role,
          invitedBy,
          email: await this.invitations.addressOf(tx, invitation),
          invitedAt: invitedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          isExpired: expiresAt <= now,
        });
      }
      return accept({ invitations });
    });
  }
}
