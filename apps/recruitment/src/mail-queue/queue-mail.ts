import type { ApplicationId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { sealedFor } from '../identity/identity-vault.js';
import type { LetterName } from './letters.js';

/** A letter to an applicant or curator. What it needs beside charity and pen name is sealed: a manager's words are. */
interface ToApplicant {
  readonly applicationId: ApplicationId;
  readonly letter: Exclude<LetterName, 'signInCode'>;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A code to whoever asked to sign in, if that is anybody: found out when the letter is written. */
interface ToWhoeverAsked {
  readonly signInId: string;
  readonly letter: 'signInCode';
}

/** Queues a mail in the caller's transaction: it is sent if and only if that commits. The address is not in the queue. */
@Injectable()
export class QueueMail {
  constructor(private readonly vault: Vault) {}

  async queue(tx: Tx, mail: ToApplicant | ToWhoeverAsked): Promise<void> {
    const { applicationId, fields, signInId } = {
      applicationId: null,
      fields: null,
      signInId: null,
      ...mail,
    };
    await tx.query(
      `INSERT INTO mail_queue (charity_id, mail_id, letter, application_id, sign_in_id, fields_sealed)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        tx.charityId,
        newId(),
        mail.letter,
        applicationId,
        signInId,
        applicationId && fields
          ? await this.vault.seal(tx, sealedFor(applicationId), 'letter', JSON.stringify(fields))
          : null,
      ],
    );
  }
}
