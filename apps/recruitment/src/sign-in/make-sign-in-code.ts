import type { ApplicationId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { Addresses } from '../identity/addresses.js';
import { SignInCodes, signInRules } from './sign-in-codes.js';

const findRequest = `
  SELECT email_fingerprint AS address FROM sign_in_request
   WHERE charity_id = $1 AND sign_in_id = $2 AND asked_at > baton.now() - make_interval(mins => $3)`;
const keepCode = `
  UPDATE sign_in_request SET code_fingerprint = $3, expires_at = baton.now() + make_interval(mins => $4)
   WHERE charity_id = $1 AND sign_in_id = $2`;

/** Makes the code of a request, at the moment it is mailed. A mail that has to be sent again carries a new one. */
@Injectable()
export class MakeSignInCode {
  constructor(
    private readonly codes: SignInCodes,
    private readonly addresses: Addresses,
  ) {}

  /** Undefined where no curator has the address, or it took too long: nobody is mailed then. */
  async make(tx: Tx, signInId: string): Promise<{ applicationId: ApplicationId; code: string } | undefined> {
    const [request] = await tx.query<{ address: Buffer }>(findRequest, [
      tx.charityId,
      signInId,
      signInRules.requestLivesMinutes,
    ]);
    const applicationId = request && (await this.addresses.standingUnder(tx, request.address));
    const application = applicationId && (await findApplication(tx, applicationId));
    if (!application?.curatorId) return undefined;
    const code = this.codes.draw();
    const fingerprint = await this.codes.fingerprint(tx.charityId, signInId, code);
    await tx.query(keepCode, [tx.charityId, signInId, fingerprint, signInRules.codeLivesMinutes]);
    return { applicationId: application.applicationId, code };
  }
}
