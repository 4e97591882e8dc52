import type { ApplicationId } from '@baton/contracts';
import type { Letter } from '@baton/mail';
import { type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { PUBLIC_ORIGIN } from '../config.js';
import { IdentityVault, sealedFor } from '../identity/identity-vault.js';
import { AddressChanges } from '../my-data/address-changes.js';
import { MakeSignInCode } from '../sign-in/make-sign-in-code.js';
import { isLetterName, type LetterContext, letters } from './letters.js';

interface Queued {
  readonly letter: string;
  readonly application_id: ApplicationId | null;
  readonly sign_in_id: string | null;
  readonly fields_sealed: Buffer | null;
}

type Fields = LetterContext['fields'];

interface Addressee {
  readonly applicationId: ApplicationId;
  readonly fields: Fields;
  /** Where not to the address in the vault. */
  readonly to?: string;
}

/** Turns a row of the queue into a mail, opening the vault for the address; the opening is recorded as for anybody. */
@Injectable()
export class WriteQueuedMail {
  constructor(
    private readonly vault: Vault,
    private readonly identities: IdentityVault,
    private readonly signIn: MakeSignInCode,
    private readonly changes: AddressChanges,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  /** Undefined where there is nobody to write to: no curator has the address, or its person has been erased meanwhile. */
  async write(tx: Tx, mailId: string): Promise<(Letter & { to: string }) | undefined> {
    const [queued] = await tx.query<Queued>(
      `SELECT letter, application_id, sign_in_id, fields_sealed FROM mail_queue WHERE charity_id = $1 AND mail_id = $2`,
      [tx.charityId, mailId],
    );
    if (!queued) return undefined;
    if (!isLetterName(queued.letter)) throw new Error('a queued mail cannot be written');
    const addressee = await this.addresseeOf(tx, queued);
    if (!addressee) return undefined;
    const { applicationId, fields } = addressee;
    const penName = (await findApplication(tx, applicationId))?.penName ?? '';
    const context = { charity: await charityOf(tx), penName, publicOrigin: this.publicOrigin, fields };
    const letter = letters[queued.letter](context);
    const opening = { by: 'recruitment', purpose: `mail: ${queued.letter}` };
    const { email } = await this.identities.open(tx, applicationId, opening);
    return { to: addressee.to ?? email, ...letter };
  }

  private async addresseeOf(tx: Tx, queued: Queued): Promise<Addressee | undefined> {
    if (queued.application_id === null) {
      const made = queued.sign_in_id === null ? undefined : await this.signIn.make(tx, queued.sign_in_id);
      return made && { applicationId: made.applicationId, fields: { code: made.code } };
    }
    const { application_id: applicationId, fields_sealed: sealed } = queued;
    if (queued.letter === 'confirmAddress') return this.atNewAddress(tx, applicationId);
    if (!sealed) return { applicationId, fields: {} };
    const fields: Fields = JSON.parse(await this.vault.open(tx, sealedFor(applicationId), 'letter', sealed));
    return { applicationId, fields };
  }

  private async atNewAddress(tx: Tx, applicationId: ApplicationId): Promise<Addressee | undefined> {
    const made = await this.changes.makeCode(tx, applicationId);
    return made && { applicationId, fields: { code: made.code }, to: made.email };
  }
}

/** Throws where the charity's registration has not been heard yet: the mail waits for it. */
async function charityOf(tx: Tx): Promise<LetterContext['charity']> {
  const [charity] = await tx.query<LetterContext['charity']>(
    'SELECT name, slug, zone FROM charity WHERE charity_id = $1',
    [tx.charityId],
  );
  if (!charity) throw new Error('a mail of a charity that is not known here yet');
  return charity;
}
