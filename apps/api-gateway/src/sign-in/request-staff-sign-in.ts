import { randomUUID } from 'node:crypto';
import { accept, type InputOf, platformId, type requestStaffSignIn } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { hashOf, newSecret } from './secret.js';

/**
 * Writes down that somebody wants to sign in, and answers. Whether anybody has the address is not even looked up before the
 * answer has gone: neither its words nor its time can tell. `AnswerSignInRequests` does the rest.
 */
@Injectable()
export class RequestStaffSignIn implements Handles<typeof requestStaffSignIn> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async handle({ email, charityId, deviceToken, ticket = newSecret() }: InputOf<typeof requestStaffSignIn>) {
    const requestId = randomUUID();
    await this.database.inCharity(platformId, async (tx) => {
      const sealed = await this.vault.seal(tx, requesterOf(requestId), 'email', email);
      await tx.query(
        `INSERT INTO sign_in_request (charity_id, request_id, email_sealed, ticket_hash, asked_at, device_token_hash)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          platformId,
          requestId,
          sealed,
          hashOf(ticket),
          charityId ?? null,
          deviceToken ? hashOf(deviceToken) : null,
        ],
      );
    });
    return accept({ next: 'checkYourMail' as const, ticket });
  }
}

/** Whose data key seals the address in a request; shredded with it. */
export const requesterOf = (requestId: string): string => `sign-in:${requestId}`;
