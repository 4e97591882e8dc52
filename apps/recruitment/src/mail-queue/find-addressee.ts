import { type ApplicationId, isGone } from '@baton/contracts';
import type { LetterLanguage } from '@baton/mail';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { IdentityVault } from '../identity/identity-vault.js';
import { mailWishesOf } from '../mail-wishes/mail-wishes.js';
import { AddressChanges } from '../my-data/address-changes.js';
import { MakeSignInCode } from '../sign-in/make-sign-in-code.js';
import type { QueuedMail } from './queued-mail.js';
import { isReachable } from './reachability.js';

/** Whom a mail is for, at the moment it is written. */
export interface Addressee {
  readonly to: string;
  readonly penName: string;
  readonly language: LetterLanguage;
  /** The charity's own sender name may show. Left out: nobody has said whether their mails may tell anything. */
  readonly openly?: boolean;
  /** A mail to them came back: nothing but codes goes there. */
  readonly unreachable?: boolean;
  /** What is made only now, a code for instance. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Opens the vault for an address; the opening is recorded as for anybody. */
@Injectable()
export class FindAddressee {
  constructor(
    private readonly identities: IdentityVault,
    private readonly signIn: MakeSignInCode,
    private readonly changes: AddressChanges,
  ) {}

  /** Undefined where there is nobody to write to: no curator has the address, or its person has been erased meanwhile. */
  find(tx: Tx, mail: QueuedMail): Promise<Addressee | undefined> {
    return mail.addresseeKind === 'signIn' ? this.whoeverAsked(tx, mail) : this.applicant(tx, mail);
  }

  private async applicant(tx: Tx, mail: QueuedMail): Promise<Addressee | undefined> {
    const applicationId = mail.addresseeId as ApplicationId;
    if (mail.letter !== 'confirmAddress') return this.inVault(tx, applicationId, mail);
    const made = await this.changes.makeCode(tx, applicationId);
    const known = made && (await this.inVault(tx, applicationId, mail));
    return known && { ...known, to: made.email, fields: { code: made.code } };
  }

  private async whoeverAsked(tx: Tx, mail: QueuedMail): Promise<Addressee | undefined> {
    const made = await this.signIn.make(tx, mail.addresseeId);
    const known = made && (await this.inVault(tx, made.applicationId, mail));
    return known && { ...known, fields: { code: made.code } };
  }

  private async inVault(tx: Tx, id: ApplicationId, { letter }: QueuedMail): Promise<Addressee | undefined> {
    const application = await findApplication(tx, id);
    if (!application || isGone(application.state)) return undefined;
    const opening = { by: 'recruitment', purpose: `mail: ${letter}` };
    const { email } = await this.identities.open(tx, id, opening);
    const { penName } = application;
    const { language, discreet } = await mailWishesOf(tx, id);
    const unreachable = !(await isReachable(tx, id));
    return { to: email, penName, language, openly: !discreet, unreachable, fields: {} };
  }
}
