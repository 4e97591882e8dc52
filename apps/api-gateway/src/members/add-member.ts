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

  /** False where this member id is there already. An address that is there already violates `member_known_already`. */
  async add(tx: Tx, { memberId, email, role }: NewMember): Promise<boolean> {
    const added = await tx.query<{ member_id: string }>(
      `INSERT INTO member (charity_id, member_id, role, email_sealed, email_fingerprint) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (charity_id, member_id) DO NOTHING RETURNING member_id`,
      [
        tx.charityId,
        memberId,
        role,
        await this.vault.seal(tx, `member:${memberId}`, 'email', email),
        await this.vault.fingerprint(tx.charityId, 'member email', email),
      ],
    );
    if (added.length > 0) await this.codes.mail(tx, memberId);
    return added.length > 0;
  }
}
