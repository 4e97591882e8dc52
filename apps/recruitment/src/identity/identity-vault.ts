import type { ApplicationId, CharityId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

export interface Identity {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

interface SealedPerson {
  readonly name_sealed: Buffer;
  readonly email_sealed: Buffer;
  readonly phone_sealed: Buffer | null;
}

/**
 * The one place that knows who somebody is. Every opening is written down before anything is opened, in the same
 * transaction: what could not be recorded cannot be read.
 */
@Injectable()
export class IdentityVault {
  constructor(private readonly vault: Vault) {}

  async keep(
    tx: Tx,
    applicationId: ApplicationId,
    person: { name: string; email: string; phone?: string | undefined },
  ): Promise<void> {
    const seal = (field: string, plain: string) => this.vault.seal(tx, ownerOf(applicationId), field, plain);
    await tx.query(
      `INSERT INTO person (charity_id, application_id, name_sealed, email_sealed, phone_sealed, email_fingerprint)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        tx.charityId,
        applicationId,
        await seal('name', person.name),
        await seal('email', person.email),
        person.phone ? await seal('phone', person.phone) : null,
        await this.fingerprintOf(tx.charityId, person.email),
      ],
    );
  }

  /** Opens one person's identity. `by` is a pseudonymous id or the name of a service; the person can see it. */
  async open(
    tx: Tx,
    applicationId: ApplicationId,
    opening: { by: string; purpose: string },
  ): Promise<Identity> {
    await tx.query(
      'INSERT INTO vault_opening (charity_id, application_id, opened_by, purpose) VALUES ($1, $2, $3, $4)',
      [tx.charityId, applicationId, opening.by, opening.purpose],
    );
    const [person] = await tx.query<SealedPerson>(
      'SELECT name_sealed, email_sealed, phone_sealed FROM person WHERE charity_id = $1 AND application_id = $2',
      [tx.charityId, applicationId],
    );
    if (!person) throw new Error('nobody is kept under this application');
    const unseal = (field: string, sealed: Buffer) =>
      this.vault.open(tx, ownerOf(applicationId), field, sealed);
    return {
      name: await unseal('name', person.name_sealed),
      email: await unseal('email', person.email_sealed),
      phone: person.phone_sealed && (await unseal('phone', person.phone_sealed)),
    };
  }

  /** Whose address this is, without opening anything. */
  async findByEmail(tx: Tx, email: string): Promise<ApplicationId | undefined> {
    const [person] = await tx.query<{ application_id: ApplicationId }>(
      'SELECT application_id FROM person WHERE charity_id = $1 AND email_fingerprint = $2',
      [tx.charityId, await this.fingerprintOf(tx.charityId, email)],
    );
    return person?.application_id;
  }

  private fingerprintOf(charityId: CharityId, email: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'person email', email.toLowerCase());
  }
}

const ownerOf = (applicationId: ApplicationId): string => `person:${applicationId}`;
