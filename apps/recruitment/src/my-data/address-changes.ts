import { timingSafeEqual } from 'node:crypto';
import type { ApplicationId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { sealedFor } from '../identity/identity-vault.js';
import { SignInCodes, signInRules } from '../sign-in/sign-in-codes.js';

interface Pending {
  readonly changeId: string;
  readonly sealed: Buffer;
}

const ask = `
  INSERT INTO address_change (charity_id, application_id, change_id, email_sealed)
  SELECT $1, $2, $3, $4
   WHERE (SELECT count(*) FROM address_change
           WHERE charity_id = $1 AND application_id = $2 AND asked_at > baton.now() - interval '1 hour') < $5
  RETURNING change_id`;
const newest = `
  SELECT change_id AS "changeId", email_sealed AS sealed FROM address_change
   WHERE charity_id = $1 AND application_id = $2 ORDER BY asked_at DESC, change_id DESC LIMIT 1`;
const keepCode = `
  UPDATE address_change SET code_fingerprint = $3, expires_at = baton.now() + make_interval(mins => $4)
   WHERE charity_id = $1 AND change_id = $2`;
const spendTry = `
  UPDATE address_change SET tries_left = tries_left - 1
   WHERE charity_id = $1 AND change_id = $2 AND tries_left > 0 AND expires_at > baton.now()
  RETURNING code_fingerprint AS code`;
const forget = 'DELETE FROM address_change WHERE charity_id = $1 AND application_id = $2';

/**
 * A new address is a person's only once they have read a code that was mailed there: until then everything goes to the
 * old one. Only the newest wish counts. The rules are those of signing in: fifteen minutes, five tries, five mails an hour.
 */
@Injectable()
export class AddressChanges {
  constructor(
    private readonly vault: Vault,
    private readonly codes: SignInCodes,
  ) {}

  /** The id of the wish; undefined where it was asked too often: nothing is mailed then. */
  async ask(tx: Tx, applicationId: ApplicationId, email: string): Promise<string | undefined> {
    const sealed = await this.vault.seal(tx, sealedFor(applicationId), 'new email', email);
    const wish = [tx.charityId, applicationId, newId(), sealed, signInRules.mostRequestsPerHour];
    const [asked] = await tx.query<{ change_id: string }>(ask, wish);
    return asked?.change_id;
  }

  /** The code for the newest wish, made when its mail is written. */
  async makeCode(tx: Tx, applicationId: ApplicationId): Promise<{ email: string; code: string } | undefined> {
    const pending = await this.pending(tx, applicationId);
    if (!pending) return undefined;
    const code = this.codes.draw();
    const fingerprint = await this.codes.fingerprint(tx.charityId, pending.changeId, code);
    await tx.query(keepCode, [tx.charityId, pending.changeId, fingerprint, signInRules.codeLivesMinutes]);
    return { email: await this.open(tx, applicationId, pending), code };
  }

  /** The address that the code proves; a wrong one costs a try, which counts only if the transaction commits. */
  async prove(tx: Tx, applicationId: ApplicationId, code: string): Promise<string | undefined> {
    const pending = await this.pending(tx, applicationId);
    if (!pending) return undefined;
    const [kept] = await tx.query<{ code: Buffer }>(spendTry, [tx.charityId, pending.changeId]);
    const offered = await this.codes.fingerprint(tx.charityId, pending.changeId, code);
    if (!kept || !timingSafeEqual(offered, kept.code)) return undefined;
    const email = await this.open(tx, applicationId, pending);
    await tx.query(forget, [tx.charityId, applicationId]);
    return email;
  }

  private async pending(tx: Tx, applicationId: ApplicationId): Promise<Pending | undefined> {
    const [pending] = await tx.query<Pending>(newest, [tx.charityId, applicationId]);
    return pending;
  }

  private open(tx: Tx, applicationId: ApplicationId, { sealed }: Pending): Promise<string> {
    return this.vault.open(tx, sealedFor(applicationId), 'new email', sealed);
  }
}
