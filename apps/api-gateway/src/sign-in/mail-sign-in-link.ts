import { type PersonId, platformId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { People } from '../people/people.js';
import { hashOf, newSecret } from './secret.js';
import { SignInCodes } from './sign-in-codes.js';
import { SignInLetters } from './sign-in-letters.js';

/** Mails a link to somebody who did not ask for it: their charity has come aboard, or has taken them on its team. */
@Injectable()
export class MailSignInLink {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly codes: SignInCodes,
    private readonly letters: SignInLetters,
  ) {}

  async mail(personId: PersonId, from: { charity: string; page: string }): Promise<void> {
    const to = await this.people.addressOf(personId);
    if (!to) return;
    const addressFingerprint = await this.people.fingerprint(to);
    const ticketHash = hashOf(newSecret());
    await this.database.inCharity(platformId, async (tx) => {
      const made = await this.codes.make(tx, { addressFingerprint, personId, ticketHash });
      if (made) await this.letters.queueLink(tx, to, made, from);
    });
  }
}
