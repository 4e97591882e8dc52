import { accept, type InputOf, type inviteMember, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, isViolationOf } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { PUBLIC_ORIGIN } from '../config.js';
import { People } from '../people/people.js';
import { SignInCodes } from '../sign-in/sign-in-codes.js';
import { AddMember } from './add-member.js';

@Injectable()
export class InviteMember implements Handles<typeof inviteMember> {
  constructor(
    private readonly database: Database,
    private readonly charities: CharityDirectory,
    private readonly people: People,
    private readonly team: AddMember,
    private readonly codes: SignInCodes,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  async handle({ charityId, memberId, email, role }: InputOf<typeof inviteMember>) {
    const charity = await this.charities.byId(charityId);
    if (!charity) return refuse('notFound');
    const personId = await this.people.findOrMake(email);
    const added = await this.database
      .inCharity(charityId, (tx) => this.team.add(tx, { memberId, personId, role }))
      .catch((error: unknown) => {
        if (isViolationOf(error, 'member_known_already')) return 'anotherAlready';
        throw error;
      });
    if (added === 'anotherAlready') return refuse('alreadyMember');
    const page = `${this.publicOrigin}/sign-in/${charity.slug}`;
    if (added === 'added') await this.codes.mail(personId, { charity: charity.name, page });
    return accept({ memberId, role });
  }
}
