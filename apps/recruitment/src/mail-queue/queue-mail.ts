import type { ApplicationId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import type { LetterName } from './letters.js';

export interface QueuedLetter {
  readonly applicationId: ApplicationId;
  readonly letter: LetterName;
  /** What the letter needs beside charity and pen name. Sealed: a sign-in code is among them. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Queues a mail in the caller's transaction: it is sent if and only if that commits. The address is not in the queue. */
export async function queueMail(
  tx: Tx,
  vault: Vault,
  { applicationId, letter, fields = {} }: QueuedLetter,
): Promise<void> {
  await tx.query(
    'INSERT INTO mail_queue (charity_id, mail_id, application_id, letter, fields_sealed) VALUES ($1, $2, $3, $4, $5)',
    [
      tx.charityId,
      newId(),
      applicationId,
      letter,
      await vault.seal(tx, `person:${applicationId}`, 'letter', JSON.stringify(fields)),
    ],
  );
}
