import { randomBytes, randomInt } from 'node:crypto';
import type { CharityId } from '@baton/contracts';
import { Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/**
 * How a curator signs in, in three steps that are the same for every address, so that nobody learns who is a curator
 * from an answer or from how long it takes:
 *
 * 1. `RequestCuratorSignIn` writes down that somebody asked for an address (by its keyed digest), known or not, and gives
 *    them a ticket.
 * 2. The mail queue comes to it. Only if a curator has this address is a code made and mailed; until then there is none
 *    anywhere, and afterwards only a keyed digest of it.
 * 3. `ConfirmCuratorSignIn` compares, counts wrong tries against that ticket alone, and uses the code up.
 */
export const signInRules = {
  /** From the moment the mail is written. */
  codeLivesMinutes: 15,
  /** A request that could not be mailed for so long is not mailed any more. */
  requestLivesMinutes: 15,
  /** For one address. More are answered like any other and mail nothing: nobody's mailbox can be filled. */
  mostRequestsPerHour: 5,
  /** Old requests are of no use to anybody. */
  requestsKeptHours: 24,
} as const;

@Injectable()
export class SignInCodes {
  constructor(private readonly vault: Vault) {}

  /** Eight digits, each of a hundred million codes as likely as any other. */
  draw(): string {
    return String(randomInt(100_000_000)).padStart(8, '0');
  }

  /** Given to whoever asks, for any address: what they type in later works only together with it. */
  drawTicket(): string {
    return randomBytes(32).toString('base64url');
  }

  ticketFingerprint(charityId: CharityId, ticket: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'sign-in ticket', ticket);
  }

  /** What is kept of a code; bound to its request, so equal codes do not look equal. */
  fingerprint(charityId: CharityId, signInId: string, code: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'sign-in code', `${signInId} ${code}`);
  }
}
