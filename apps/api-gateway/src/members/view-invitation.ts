import {
  accept,
  type InputOf,
  isRefusal,
  type ResultOf,
  refuse,
  type viewInvitation,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { invitationToken } from './invitation-token.js';
import { Invitations } from './invitations.js';

@Injectable()
export class ViewInvitation implements Handles<typeof viewInvitation> {
  constructor(
    private readonly database: Database,
    private readonly charities: CharityDirectory,
    private readonly invitations: Invitations,
  ) {}

  async handle({ token }: InputOf<typeof viewInvitation>): Promise<ResultOf<typeof viewInvitation>> {
    const read = invitationToken.read(token);
    const charity = read && (await this.charities.byId(read.charityId));
    if (!charity) return refuse('notFound');
    const good = await this.database.inCharity(read.charityId, (tx) => this.invitations.good(tx, read.hash));
    if (isRefusal(good)) return good;
    return accept({ charity: charity.name, role: good.role, expiresAt: good.expiresAt.toISOString() });
  }
}
