import { accept, type InputOf, type requestCuratorSignIn } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../identity/addresses.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { takeTurns } from '../turns/take-turns.js';
import { SignInCodes, signInRules } from './sign-in-codes.js';

const forgetOld = `
  DELETE FROM sign_in_request WHERE charity_id = $1 AND asked_at < baton.now() - make_interval(hours => $2)`;
const writeDown = `
  INSERT INTO sign_in_request (charity_id, sign_in_id, email_fingerprint, ticket_fingerprint)
  SELECT $1, $2, $3, $5
   WHERE (SELECT count(*) FROM sign_in_request
           WHERE charity_id = $1 AND email_fingerprint = $3 AND asked_at > baton.now() - interval '1 hour') < $4
  RETURNING sign_in_id`;

/** Does the same for every address and answers the same, whether it is known or not. */
@Injectable()
export class RequestCuratorSignIn implements Handles<typeof requestCuratorSignIn> {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly mail: QueueMail,
    private readonly codes: SignInCodes,
  ) {}

  async handle({ charityId, email, ticket = this.codes.drawTicket() }: InputOf<typeof requestCuratorSignIn>) {
    const fingerprint = await this.addresses.fingerprint(charityId, email);
    const held = await this.codes.ticketFingerprint(charityId, ticket);
    const signInId = newId();
    await this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx, `sign-in ${fingerprint.toString('hex')}`);
      await tx.query(forgetOld, [charityId, signInRules.requestsKeptHours]);
      const request = [charityId, signInId, fingerprint, signInRules.mostRequestsPerHour, held];
      const written = await tx.query(writeDown, request);
      if (written.length > 0) await this.mail.queue(tx, { signInId, letter: 'signInCode', cause: 'asked' });
    });
    return accept({ next: 'checkYourMail' as const, ticket });
  }
}
