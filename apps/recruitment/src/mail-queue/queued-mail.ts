import type { Tx } from '@baton/persistence';
import type { AddresseeKind } from './queue-mail.js';

/** A mail as it waits: whom it is for, what it says and because of what. */
export interface QueuedMail {
  readonly mailId: string;
  readonly letter: string;
  readonly addresseeKind: AddresseeKind;
  readonly addresseeId: string;
  readonly cause: string;
  readonly queuedAt: Date;
  readonly fieldsSealed: Buffer | null;
}

/** A mail about to be written, with what it says beyond what is known of its addressee. */
export interface OpenedMail extends QueuedMail {
  readonly fields: Readonly<Record<string, string>>;
}

export async function findQueuedMail(tx: Tx, mailId: string): Promise<QueuedMail | undefined> {
  const [queued] = await tx.query<QueuedMail>(
    `SELECT m.mail_id AS "mailId", m.queued_at AS "queuedAt", m.letter, m.addressee_kind AS "addresseeKind", m.addressee_id AS "addresseeId", m.cause,
            q.fields_sealed AS "fieldsSealed"
       FROM mail_queue q JOIN mail m USING (charity_id, mail_id)
      WHERE q.charity_id = $1 AND q.mail_id = $2`,
    [tx.charityId, mailId],
  );
  return queued;
}
