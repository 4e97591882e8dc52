import type { ApplicationId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { Addresses } from './addresses.js';

export interface Identity {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

export interface Correction {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

interface SealedPerson {
  readonly name: Buffer;
  readonly email: Buffer;
  readonly phone: Buffer | null;
}

/**
 * The one place that knows who somebody is. Every opening is written down before anything is opened, in the same
 * transaction: what could not be recorded cannot be read. Why it was opened is sealed as well: managers write of the
 * person there, often by name. Who opened it and when stays readable after the person's key is gone.
 */
@Injectable()
export class IdentityVault {
  constructor(
    private readonly vault: Vault,
    private readonly addresses: Addresses,
  ) {}

  async keep(
    tx: Tx,
    applicationId: ApplicationId,
    { name, email, phone }: { name: string; email: string; phone?: string | undefined },
  ): Promise<void> {
    const seal = (field: string, plain: string) =>
      this.vault.seal(tx, sealedFor(applicationId), field, plain);
    await tx.query(
      `INSERT INTO person (charity_id, application_id, name_sealed, email_sealed, phone_sealed, email_fingerprint)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        tx.charityId,
        applicationId,
        await seal('name', name),
        await seal('email', email),
        phone ? await seal('phone', phone) : null,
        await this.addresses.fingerprint(tx.charityId, email),
      ],
    );
  }

  /** Puts right what is given. An empty phone is none. Nothing is opened, so nothing is written down. */
  async correct(tx: Tx, applicationId: ApplicationId, to: Correction): Promise<void> {
    const seal = (field: string, plain: string | undefined) =>
      plain ? this.vault.seal(tx, sealedFor(applicationId), field, plain) : null;
    await tx.query(
      `UPDATE person SET name_sealed = coalesce($3, name_sealed), email_sealed = coalesce($4, email_sealed),
              email_fingerprint = coalesce($5, email_fingerprint),
              phone_sealed = CASE WHEN $6 THEN $7 ELSE phone_sealed END
        WHERE charity_id = $1 AND application_id = $2`,
      [
        tx.charityId,
        applicationId,
        await seal('name', to.name),
        await seal('email', to.email),
        to.email ? await this.addresses.fingerprint(tx.charityId, to.email) : null,
        to.phone !== undefined,
        await seal('phone', to.phone),
      ],
    );
  }

  /** Opens one person's identity. `by` is a pseudonymous id or the name of a service; the person can see it. */
  async open(
    tx: Tx,
    applicationId: ApplicationId,
    opening: { readonly by: string; readonly purpose: string },
  ): Promise<Identity> {
    const owner = sealedFor(applicationId);
    const purpose = await this.vault.seal(tx, owner, 'purpose', opening.purpose);
    await tx.query(
      'INSERT INTO vault_opening (charity_id, application_id, opened_by, purpose_sealed) VALUES ($1, $2, $3, $4)',
      [tx.charityId, applicationId, opening.by, purpose],
    );
    const [person] = await tx.query<SealedPerson>(
      `SELECT name_sealed AS name, email_sealed AS email, phone_sealed AS phone
         FROM person WHERE charity_id = $1 AND application_id = $2`,
      [tx.charityId, applicationId],
    );
    if (!person) throw new Error('nobody is kept under this application');
    const open = (field: string, sealed: Buffer) => this.vault.open(tx, owner, field, sealed);
    return {
      name: await open('name', person.name),
      email: await open('email', person.email),
      phone: person.phone && (await open('phone', person.phone)),
    };
  }
}

/** Whose data key seals what belongs to an applicant: shredding that one key forgets the person. */
export const sealedFor = (applicationId: ApplicationId): string => `person:${applicationId}`;
