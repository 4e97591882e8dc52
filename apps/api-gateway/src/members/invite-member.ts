import { accept, type InputOf, type inviteMember, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, isViolationOf } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { AddMember } from './add-member.js';

@Injectable()
export class InviteMember implements Handles<typeof inviteMember> {
  constructor(
    private readonly database: Database,
    private readonly team: AddMember,
  ) {}

  async handle(input: InputOf<typeof inviteMember>) {
    try {
      const isOnTheTeam = await this.database.inCharity(input.charityId, (tx) => this.team.add(tx, input));
      return isOnTheTeam ? accept({ memberId: input.memberId, role: input.role }) : refuse('alreadyMember');
    } catch (error) {
      if (isViolationOf(error, 'member_known_already')) return refuse('alreadyMember');
      if (isViolationOf(error, 'member_charity_id_fkey')) return refuse('notFound');
      throw error;
    }
  }
}
