import { CharityId, MemberId, type PersonId, StaffRole } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

export interface Membership {
  readonly charityId: CharityId;
  readonly memberId: MemberId;
  readonly role: StaffRole;
}

interface MembershipRow {
  readonly charity_id: string;
  readonly member_id: string;
  readonly role: string;
}

/** In which charities a person is on the team, and as what. Read at each call: taking a role away acts at once. */
@Injectable()
export class Memberships {
  constructor(private readonly database: Database) {}

  async in(charityId: CharityId, personId: PersonId): Promise<Membership | undefined> {
    const [row] = await this.database.inCharity(charityId, (tx) =>
      tx.query<MembershipRow>(
        'SELECT charity_id, member_id, role FROM member WHERE charity_id = $1 AND person_id = $2',
        [charityId, personId],
      ),
    );
    return row && membershipOf(row);
  }

  async of(personId: PersonId): Promise<Membership[]> {
    const rows = await this.database.asWorker((tx) =>
      tx.query<MembershipRow>(
        'SELECT charity_id, member_id, role FROM member WHERE person_id = $1 ORDER BY joined_at',
        [personId],
      ),
    );
    return rows.map(membershipOf);
  }
}

const membershipOf = (row: MembershipRow): Membership => ({
  charityId: CharityId.parse(row.charity_id),
  memberId: MemberId.parse(row.member_id),
  role: StaffRole.parse(row.role),
});
