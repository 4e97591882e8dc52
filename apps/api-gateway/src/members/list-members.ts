import { accept, type InputOf, type listMembers, MemberId, StaffRole } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ListMembers implements Handles<typeof listMembers> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof listMembers>, { caller }: CallContext) {
    const rows = await this.database.inCharity(charityId, (tx) =>
      tx.query<{ member_id: string; role: string; joined_at: Date }>(
        'SELECT member_id, role, joined_at FROM member WHERE charity_id = $1 ORDER BY joined_at, member_id',
        [charityId],
      ),
    );
    const you = caller.kind === 'staff' ? caller.memberId : undefined;
    const members = rows.map(({ member_id, role, joined_at }) => ({
      memberId: MemberId.parse(member_id),
      role: StaffRole.parse(role),
      since: joined_at.toISOString(),
      isYou: member_id === you,
    }));
    return accept({ members });
  }
}
