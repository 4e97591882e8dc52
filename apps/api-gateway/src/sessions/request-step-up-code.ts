import {
  accept,
  type InputOf,
  platformId,
  type ResultOf,
  refuse,
  type requestStepUpCode,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { People } from '../people/people.js';
import { hashOf, newSecret } from '../sign-in/secret.js';
import { SignInCodes } from '../sign-in/sign-in-codes.js';
import { SignInLetters } from '../sign-in/sign-in-letters.js';
import { sessionOf } from './session-of.js';
import { StrongerProofs } from './stronger-proofs.js';

/** Mails a code that confirms a big step in this session. More than the cap are answered like any other and mail nothing. */
@Injectable()
export class RequestStepUpCode implements Handles<typeof requestStepUpCode> {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly codes: SignInCodes,
    private readonly letters: SignInLetters,
    private readonly stronger: StrongerProofs,
  ) {}

  async handle(
    _: InputOf<typeof requestStepUpCode>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof requestStepUpCode>> {
    const session = sessionOf(caller);
    if (!session) return refuse('forbidden');
    const { personId, sessionId: forSession } = session;
    if (await this.stronger.has(personId)) return refuse('strongerProofNeeded');
    const to = await this.people.addressOf(personId);
    if (!to) return refuse('notFound');
    const addressFingerprint = await this.people.fingerprint(to);
    const ticket = newSecret();
    await this.database.inCharity(platformId, async (tx) => {
      const asked = { addressFingerprint, personId, ticketHash: hashOf(ticket), forSession };
      const made = await this.codes.make(tx, asked);
      if (made) await this.letters.queueStepUp(tx, to, made);
    });
    return accept({ next: 'checkYourMail' as const, ticket });
  }
}
