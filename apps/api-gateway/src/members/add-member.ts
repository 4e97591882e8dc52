import type { MemberId, PersonId, StaffRole } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

export interface NewMember {
  readonly memberId: MemberId;
  readonly personId: PersonId;
  readonly role: StaffRole;
}

export type Added = 'added' | 'sameAlready' | 'anotherAlready';

/** Puts a person on a charity's team, in the caller's transaction. */
@Injectable()
export class AddMember {
  /**
   * The same member again changes nothing. `anotherAlready` where the id belongs to another person or another role: a role
   * is never changed this way. A person who is there under another id violates `member_known_already`.
   */
  async add(tx: Tx, { memberId, personId, role }: NewMember): Promise<Added> {
    const added = await tx.query<{ member_id: string }>(
      `INSERT INTO member (charity_id, member_id, person_id, role) VALUES ($1, $2, $3, $4)
       ON CONFLICT (charity_id, member_id) DO NOTHING RETURNING member_id`,
      [tx.charityId, memberId, personId, role],
    );
    if (added.length > 0) return 'added';
    const same = await tx.query<{ role: string }>(
      'SELECT role FROM member WHERE charity_id = $1 AND member_id = $2 AND person_id = $3 AND role = $4',
      [tx.charityId, memberId, personId, role],
    );
    return same.length > 0 ? 'sameAlready' : 'anotherAlready';
  }
}
