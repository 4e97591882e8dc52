import type { MemberId, StaffRole } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { SignInCodes } from '../sign-in/sign-in-codes.js';

export interface NewMember {
  readonly memberId: MemberId;
  readonly email: string;
  readonly role: StaffRole;
}

/** Puts a person on the team, e-mail sealed, and queues their sign-in code; all in the caller's transaction. */
@Injectable()
export class AddMember {
  constructor(
    private readonly vault: Vault,
    private readonly codes: SignInCodes,
  ) {}

  /**
   * The same member again changes nothing. False where the id belongs to another address or another role: a role is
   * never changed this way. An address that is there under another id violates `member_known_already`.
   */
  async add(tx: Tx, { memberId, email, role }: NewMember): Promise<boolean> {
    const fingerprint = await this.vault.fingerprint(tx.charityId, 'member email', email);
    const sealed = await this.vault.seal(tx, `member:${memberId}`, 'email', email);
    const added = await tx.query<{ member_id: string }>(
      `INSERT INTO member (charity_id, member_id, role, email_sealed, email_fingerprint) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (charity_id, member_id) DO NOTHING RETURNING member_id`,
      [tx.charityId, memberId, role, sealed, fingerprint],
    );
    if (added.length > 0) {
      await this.codes.mail(tx, memberId);
      return true;
    }
    const same = await tx.query<{ role: string }>(
      'SELECT role FROM member WHERE charity_id = $1 AND member_id = $2 AND email_fingerprint = $3 AND role = $4',
      [tx.charityId, memberId, fingerprint, role],
    );
    return same.length > 0;
  }
}
