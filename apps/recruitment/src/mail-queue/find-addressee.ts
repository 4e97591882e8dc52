import { type ApplicationId, isGone, type NominationId, type SavedFormId } from '@baton/contracts';
import type { LetterLanguage } from '@baton/mail';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { IdentityVault } from '../identity/identity-vault.js';
import { keptWishesOf, spoken } from '../mail-wishes/mail-wishes.js';
import { AddressChanges } from '../my-data/address-changes.js';
import { WhomToAsk } from '../nominations/whom-to-ask.js';
import { OwnLinks } from '../own-page/own-links.js';
import { SavedForms } from '../saved-forms/saved-forms.js';
import { MakeSignInCode } from '../sign-in/make-sign-in-code.js';
import { leadsToOwnPage } from './letters.js';
import type { QueuedMail } from './queued-mail.js';
import { reachabilityOf } from './reachability.js';

/** Whom a mail is for, at the moment it is written. */
export interface Addressee {
  readonly to: string;
  readonly penName: string;
  readonly language: LetterLanguage;
  /** They said that the charity's own sender name may show. Until somebody has said so it does not. */
  readonly openly?: boolean;
  /** They asked for mails that tell nothing at a glance. */
  readonly discreet?: boolean;
  /** A mail to them came back: nothing but codes goes there. */
  readonly unreachable?: boolean;
  /** Nobody has shown yet that they read what goes there. */
  readonly unproved?: boolean;
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
    private readonly savedForms: SavedForms,
    private readonly links: OwnLinks,
    private readonly nominees: WhomToAsk,
  ) {}

  /** Undefined where there is nobody to write to: no curator has the address, or its person has been erased meanwhile. */
  find(tx: Tx, mail: QueuedMail): Promise<Addressee | undefined> {
    switch (mail.addresseeKind) {
      case 'signIn':
        return this.whoeverAsked(tx, mail);
      case 'savedForm':
        return this.whoeverSaved(tx, mail.addresseeId as SavedFormId);
      case 'ownLink':
        return this.whoeverAskedForLink(tx, mail);
      case 'nomination':
        return this.nominee(tx, mail.addresseeId as NominationId);
      case 'application':
        return this.applicant(tx, mail);
    }
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

  /** A form that was sent or thrown away meanwhile has nobody waiting for its link. */
  private async whoeverSaved(tx: Tx, savedFormId: SavedFormId): Promise<Addressee | undefined> {
    const form = await this.savedForms.byId(tx, savedFormId);
    const to = form && (await this.savedForms.emailOf(tx, form));
    if (!form || !to) return undefined;
    const token = await this.savedForms.tokenOf(tx.charityId, savedFormId);
    return { to, penName: '', language: spoken(form.language ?? 'en'), fields: { token } };
  }

  private async whoeverAskedForLink(tx: Tx, mail: QueuedMail): Promise<Addressee | undefined> {
    const applicationId = await this.links.whoAsked(tx, mail.addresseeId);
    return applicationId && this.inVault(tx, applicationId, mail);
  }

  /** Their address is proved by nobody: nothing that was typed about them goes there. */
  private async nominee(tx: Tx, nominationId: NominationId): Promise<Addressee | undefined> {
    const found = await this.nominees.find(tx, nominationId);
    return found && { to: found.email, penName: '', language: 'en', fields: { token: found.token } };
  }

  private async inVault(
    tx: Tx,
    id: ApplicationId,
    { letter, mailId }: QueuedMail,
  ): Promise<Addressee | undefined> {
    const application = await findApplication(tx, id);
    if (!application || isGone(application.state)) return undefined;
    const opening = { by: 'recruitment', purpose: `mail: ${letter}` };
    const { email } = await this.identities.open(tx, id, opening);
    const { penName } = application;
    const { language, discreet } = await keptWishesOf(tx, id);
    const { isReachable, isProved } = await reachabilityOf(tx, id);
    const fields: Record<string, string> = leadsToOwnPage(letter)
      ? { ownToken: await this.links.issue(tx, id, mailId) }
      : {};
    return {
      ...{ to: email, penName, language, fields },
      ...{ openly: discreet === false, discreet: discreet === true },
      ...{ unreachable: !isReachable, unproved: !isProved },
    };
  }
}
