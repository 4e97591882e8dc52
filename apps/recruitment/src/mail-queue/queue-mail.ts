import type { ApplicationId, NominationId, SavedFormId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { sealedFor } from '../identity/identity-vault.js';
import type { LetterName } from './letters.js';

/** Whom a mail is for, by an id; where that leads is found out when it is written. */
export type AddresseeKind = 'application' | 'signIn' | 'savedForm' | 'ownLink' | 'nomination';

/**
 * `signInId`, `ownLinkId`: whoever asked to sign in, or for a link to their own page, if that is anybody. `savedFormId`: whoever
 * saved a form, at the address they gave. `nominationId`: whoever was nominated, if they are to be asked.
 */
type To =
  | { readonly applicationId: ApplicationId }
  | { readonly signInId: string }
  | { readonly savedFormId: SavedFormId }
  | { readonly ownLinkId: string }
  | { readonly nominationId: NominationId };

export type MailToQueue = To & {
  readonly letter: LetterName;
  /** Because of what: the event or command, by its id. The same letter for the same cause is one mail, for ever. */
  readonly cause: string;
  /** What it says beyond what is known of its addressee. Sealed: a manager's words are in it. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Not before; until then its reason may go, and it with it. */
  readonly dueInSeconds?: number;
};

const remember = `
  INSERT INTO mail (charity_id, mail_id, letter, addressee_kind, addressee_id, cause)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ON CONSTRAINT mail_once DO NOTHING RETURNING mail_id`;
const queue = `
  INSERT INTO mail_queue (charity_id, mail_id, fields_sealed, due_at)
  VALUES ($1, $2, $3, baton.now() + make_interval(secs => $4))`;

const drop = `
  UPDATE mail SET outcome = 'dropped', settled_at = baton.now()
   WHERE charity_id = $1 AND addressee_id = $2 AND letter = ANY ($3::text[]) AND outcome = 'queued'
     AND ($4::text IS NULL OR cause = $4) RETURNING mail_id`;

const dropCause = `
  UPDATE mail SET outcome = 'dropped', settled_at = baton.now()
   WHERE charity_id = $1 AND cause = $2 AND outcome = 'queued' RETURNING mail_id`;

/** Queues a mail in the caller's transaction: it is sent if and only if that commits. No address is in the queue. */
@Injectable()
export class QueueMail {
  constructor(private readonly vault: Vault) {}

  /** Queued again for the same cause, it is the same mail, whatever became of it; false then. */
  async queue(tx: Tx, mail: MailToQueue): Promise<boolean> {
    const { kind, id } = addresseeOf(mail);
    const { letter, cause, fields, dueInSeconds = 0 } = mail;
    const mailId = newId();
    const remembered = await tx.query(remember, [tx.charityId, mailId, letter, kind, id, cause]);
    if (remembered.length === 0) return false;
    const sealed = fields && (await this.vault.seal(tx, keyOf(kind, id), 'letter', JSON.stringify(fields)));
    await tx.query(queue, [tx.charityId, mailId, sealed ?? null, dueInSeconds]);
    return true;
  }

  /** Letters to somebody that have not gone yet go no more: what they tell was taken back. Those of one cause, or all. */
  async drop(
    tx: Tx,
    applicationId: ApplicationId,
    letters: readonly LetterName[],
    cause: string | null = null,
  ): Promise<void> {
    const which = [tx.charityId, applicationId, letters, cause];
    const dropped = await tx.query<{ mail_id: string }>(drop, which);
    await forget(tx, dropped);
  }

  /** What waits because of something that is done by now goes no more, whoever it was for. */
  async dropBecauseOf(tx: Tx, cause: string): Promise<void> {
    await forget(tx, await tx.query<{ mail_id: string }>(dropCause, [tx.charityId, cause]));
  }
}

async function forget(tx: Tx, dropped: readonly { readonly mail_id: string }[]): Promise<void> {
  await tx.query('DELETE FROM mail_queue WHERE charity_id = $1 AND mail_id = ANY ($2::uuid[])', [
    tx.charityId,
    dropped.map(({ mail_id }) => mail_id),
  ]);
}

/** Whose data key seals what a letter says: shredding it makes the letter unreadable. */
export const keyOf = (kind: AddresseeKind, id: string): string =>
  kind === 'application' ? sealedFor(id as ApplicationId) : `${kind}:${id}`;

function addresseeOf(mail: To): { kind: AddresseeKind; id: string } {
  if ('signInId' in mail) return { kind: 'signIn', id: mail.signInId };
  if ('savedFormId' in mail) return { kind: 'savedForm', id: mail.savedFormId };
  if ('nominationId' in mail) return { kind: 'nomination', id: mail.nominationId };
  if ('ownLinkId' in mail) return { kind: 'ownLink', id: mail.ownLinkId };
  return { kind: 'application', id: mail.applicationId };
}
