import { accept, type InputOf, type MemberId, type requestStaffSignIn } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { SignInCodes } from './sign-in-codes.js';

/** Mails a code if the address belongs to the team. The answer is the same whether it does or not. */
@Injectable()
export class RequestStaffSignIn implements Handles<typeof requestStaffSignIn> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly codes: SignInCodes,
  ) {}

  async handle({ charityId, email }: InputOf<typeof requestStaffSignIn>) {
    const fingerprint = await this.vault.fingerprint(charityId, 'member email', email);
    await this.database.inCharity(charityId, async (tx) => {
      const [member] = await tx.query<{ member_id: MemberId }>(
        'SELECT member_id FROM member WHERE charity_id = $1 AND email_fingerprint = $2',
        [charityId, fingerprint],
      );
      if (member) await this.codes.mail(tx, member.member_id);
    });
    return accept({ next: 'checkYourMail' as const });
  }
}
