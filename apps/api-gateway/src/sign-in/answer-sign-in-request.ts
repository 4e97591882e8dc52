import { platformId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { People } from '../people/people.js';
import { RememberedDevices } from '../sessions/remembered-devices.js';
import { requesterOf } from './request-staff-sign-in.js';
import { SignInCodes } from './sign-in-codes.js';
import { SignInLetters } from './sign-in-letters.js';

export interface SignInRequest {
  readonly request_id: string;
  readonly email_sealed: Buffer;
  readonly ticket_hash: Buffer;
  readonly asked_at: string | null;
  readonly device_token_hash: Buffer | null;
  readonly too_late: boolean;
}

/**
 * Answers one request to sign in, in the transaction that has claimed it: the code is made, its mail queued and the request
 * forgotten together, or nothing of it. An address nobody has goes the same way; its code is mailed to nobody.
 */
@Injectable()
export class AnswerSignInRequest {
  constructor(
    private readonly vault: Vault,
    private readonly people: People,
    private readonly devices: RememberedDevices,
    private readonly codes: SignInCodes,
    private readonly letters: SignInLetters,
  ) {}

  async answer(tx: Tx, request: SignInRequest): Promise<void> {
    const requester = requesterOf(request.request_id);
    const email = await this.vault.open(tx, requester, 'email', request.email_sealed);
    if (!request.too_late) await this.mail(tx, email, request);
    await this.vault.shred(tx, requester);
    await tx.query('DELETE FROM sign_in_request WHERE charity_id = $1 AND request_id = $2', [
      platformId,
      request.request_id,
    ]);
  }

  private async mail(tx: Tx, email: string, request: SignInRequest): Promise<void> {
    const addressFingerprint = await this.people.fingerprint(email);
    const personId = await this.people.withFingerprint(tx, addressFingerprint);
    const deviceId =
      personId && request.device_token_hash
        ? await this.devices.find(tx, personId, request.device_token_hash)
        : undefined;
    const ticketHash = request.ticket_hash;
    const made = await this.codes.make(tx, { addressFingerprint, personId, ticketHash, deviceId });
    if (made && personId) await this.letters.queueCode(tx, email, made, request.asked_at);
  }
}
