import type { StaffRole } from '@baton/contracts';
import { teamInvitation } from '@baton/mail';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { PUBLIC_ORIGIN } from '../config.js';
import { QueueLetter } from '../mail-queue/queue-letter.js';
import { invitationDays } from './invitations.js';

/** Where the link in the mail leads: a page with a button. Only the button accepts. */
export const invitationPath = '/invitation';

export interface ToMail {
  readonly to: string;
  readonly role: StaffRole;
  readonly token: string;
}

@Injectable()
export class MailInvitation {
  constructor(
    private readonly charities: CharityDirectory,
    private readonly letters: QueueLetter,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  /** In the transaction that makes the invitation, or its link anew. */
  async queue(tx: Tx, { to, role, token }: ToMail): Promise<void> {
    const charity = await this.charities.byId(tx.charityId);
    if (!charity) throw new Error('somebody was invited to a charity that is not there');
    const link = `${this.publicOrigin}${invitationPath}?token=${token}`;
    const letter = teamInvitation({ charity: charity.name, role, link });
    await this.letters.queue(tx, { to, ...letter }, invitationDays * 24 * 60);
  }
}
