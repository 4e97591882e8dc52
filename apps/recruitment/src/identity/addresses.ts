import type { ApplicationId, CharityId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { takeTurns } from '../turns/take-turns.js';

/** Finds people by their e-mail address without opening anything: by a keyed digest of it. */
@Injectable()
export class Addresses {
  constructor(private readonly vault: Vault) {}

  /** Equal for the same address at the same charity; at another charity the same address is another digest. */
  fingerprint(charityId: CharityId, email: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'person email', email.toLowerCase());
  }

  /** The application that stands under this address, if there is one; nobody else can put another there meanwhile. */
  async claim(tx: Tx, email: string): Promise<ApplicationId | undefined> {
    const fingerprint = await this.fingerprint(tx.charityId, email);
    await takeTurns(tx, `address ${fingerprint.toString('hex')}`);
    return this.standingUnder(tx, fingerprint);
  }

  async standingUnder(tx: Tx, fingerprint: Buffer): Promise<ApplicationId | undefined> {
    const [person] = await tx.query<{ application_id: ApplicationId }>(
      'SELECT application_id FROM person WHERE charity_id = $1 AND email_fingerprint = $2 AND standing',
      [tx.charityId, fingerprint],
    );
    return person?.application_id;
  }

  /** The address is free for another application. */
  async release(tx: Tx, applicationId: ApplicationId): Promise<void> {
    await tx.query('UPDATE person SET standing = false WHERE charity_id = $1 AND application_id = $2', [
      tx.charityId,
      applicationId,
    ]);
  }

  /** The address stands for this application again; false where it stands for another one by now. */
  async reclaim(tx: Tx, applicationId: ApplicationId): Promise<boolean> {
    const [person] = await tx.query<{ address: Buffer }>(
      'SELECT email_fingerprint AS address FROM person WHERE charity_id = $1 AND application_id = $2',
      [tx.charityId, applicationId],
    );
    if (!person) return false;
    await takeTurns(tx, `address ${person.address.toString('hex')}`);
    const standing = await this.standingUnder(tx, person.address);
    if (standing && standing !== applicationId) return false;
    await tx.query('UPDATE person SET standing = true WHERE charity_id = $1 AND application_id = $2', [
      tx.charityId,
      applicationId,
    ]);
    return true;
  }

  /** Whether an applicant may be mailed that they applied before: once a day, however often somebody types their address. */
  async mayRemind(tx: Tx, applicationId: ApplicationId): Promise<boolean> {
    const reminded = await tx.query(
      `UPDATE person SET reminded_at = baton.now() WHERE charity_id = $1 AND application_id = $2
          AND coalesce(reminded_at < baton.now() - interval '1 day', true) RETURNING application_id`,
      [tx.charityId, applicationId],
    );
    return reminded.length > 0;
  }
}
