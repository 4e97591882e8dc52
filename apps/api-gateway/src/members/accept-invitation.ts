import {
  accept,
  type acceptInvitation,
  type InputOf,
  isRefusal,
  type MemberId,
  type PersonId,
  type ResultOf,
  refuse,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type Handles, newAuditFact } from '@baton/messaging';
import { Database, isViolationOf, type Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import type { ReadToken } from '../door/charity-token.js';
import { People } from '../people/people.js';
import { Admit } from '../sign-in/admit.js';
import { AddMember } from './add-member.js';
import { invitationToken } from './invitation-token.js';
import { Invitations } from './invitations.js';

/**
 * The token proves the address, for it was mailed there and nowhere else. It lives for a week, though, so it opens a
 * session only for somebody who is new here and has nothing yet; everybody else signs in as always.
 *
 * Joining is one transaction, with the invitation locked. Signing in comes after it: should that fail, the person is on
 * the team and asks for a sign-in mail.
 */
@Injectable()
export class AcceptInvitation implements Handles<typeof acceptInvitation> {
  constructor(
    private readonly database: Database,
    private readonly charities: CharityDirectory,
    private readonly invitations: Invitations,
    private readonly people: People,
    private readonly team: AddMember,
    private readonly admit: Admit,
  ) {}

  async handle({
    token,
    ...device
  }: InputOf<typeof acceptInvitation>): Promise<ResultOf<typeof acceptInvitation>> {
    const read = invitationToken.read(token);
    const charity = read && (await this.charities.byId(read.charityId));
    if (!charity) return refuse('notFound');
    const email = await this.invitedAddress(read);
    if (isRefusal(email)) return email;
    const isNew = (await this.people.find(email)) === undefined;
    const personId = await this.people.findOrMake(email);
    const joined = await this.join(read, personId);
    if (isRefusal(joined)) return joined;
    const session = isNew ? await this.admit.person(personId, 'link', device) : null;
    return accept({ ...joined, charityId: charity.charityId, slug: charity.slug, session });
  }

  private invitedAddress({ charityId, hash }: ReadToken) {
    return this.database.inCharity(charityId, async (tx) => {
      const invitation = await this.invitations.good(tx, hash);
      return isRefusal(invitation) ? invitation : this.invitations.addressOf(tx, invitation);
    });
  }

  private async join({ charityId, hash }: ReadToken, personId: PersonId) {
    try {
      return await this.database.inCharity(charityId, (tx) => this.joinAs(tx, hash, personId));
    } catch (error) {
      if (isViolationOf(error, 'member_known_already')) return refuse('alreadyMember');
      throw error;
    }
  }

  private async joinAs(tx: Tx, hash: Buffer, personId: PersonId) {
    const invitation = await this.invitations.good(tx, hash);
    if (isRefusal(invitation)) return invitation;
    const { invitationId, role, now } = invitation;
    const memberId = newId<MemberId>();
    await this.team.add(tx, { memberId, personId, role });
    await this.invitations.end(tx, invitationId, 'accepted');
    const by = { kind: 'staff', charityId: tx.charityId, memberId, role } as const;
    const note = { by, action: 'member.joined', about: invitationId, details: { role } } as const;
    await appendFacts(tx, newAuditFact(tenancyAudited, { ...note, at: now }));
    return { memberId, role };
  }
}
