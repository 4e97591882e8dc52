import type { ApplicationId, NominationId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { sealedFor } from '../identity/identity-vault.js';
import type { LetterName } from './letters.js';

/** Whom a mail is for, by an id; where that leads is found out when it is written. */
export type AddresseeKind = 'application' | 'signIn' | 'nomination';

/** `signInId`: whoever asked to sign in, if that is anybody. `nominationId`: whoever was nominated, if they are to be asked. */
type To =
  | { readonly applicationId: ApplicationId }
  | { readonly signInId: string }
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
   WHERE charity_id = $1 AND addressee_id = $2 AND letter = ANY ($3::text[]) AND outcome = 'queued' RETURNING mail_id`;

/** Queues a mail in the caller's transaction: it is sent if and only if that commits. No address is in the queue. */
@Injectable()
export class QueueMail {
  constructor(private readonly vault: Vault) {}

  /** Queued again for the same cause, it is the same mail. */
  async queue(tx: Tx, mail: MailToQueue): Promise<void> {
    const { kind, id } = addresseeOf(mail);
    const { letter, cause, fields, dueInSeconds = 0 } = mail;
    const mailId = newId();
    const remembered = await tx.query(remember, [tx.charityId, mailId, letter, kind, id, cause]);
    if (remembered.length === 0) return;
    const sealed = fields && (await this.vault.seal(tx, keyOf(kind, id), 'letter', JSON.stringify(fields)));
    await tx.query(queue, [tx.charityId, mailId, sealed ?? null, dueInSeconds]);
  }

  /** Letters to somebody that have not gone yet go no more: what they tell was taken back. */
  async drop(tx: Tx, applicationId: ApplicationId, letters: readonly LetterName[]): Promise<void> {
    const dropped = await tx.query<{ mail_id: string }>(drop, [tx.charityId, applicationId, letters]);
    await tx.query('DELETE FROM mail_queue WHERE charity_id = $1 AND mail_id = ANY ($2::uuid[])', [
      tx.charityId,
      dropped.map(({ mail_id }) => mail_id),
    ]);
  }
}

/** Whose data key seals what a letter says: shredding it makes the letter unreadable. */
export const keyOf = (kind: AddresseeKind, id: string): string =>
  kind === 'application' ? sealedFor(id as ApplicationId) : `${kind}:${id}`;

function addresseeOf(mail: To): { kind: AddresseeKind; id: string } {
  if ('signInId' in mail) return { kind: 'signIn', id: mail.signInId };
  if ('nominationId' in mail) return { kind: 'nomination', id: mail.nominationId };
  return { kind: 'application', id: mail.applicationId };
}
