import { randomUUID } from 'node:crypto';
import type { Letter } from '@baton/mail';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

export interface AddressedLetter extends Letter {
  readonly to: string;
}

/**
 * Puts a letter into the queue, in the transaction that gives reason for it: written out, sealed whole under a key of its
 * own, which is shredded once it has been sent. `worthMinutes`: after so long nobody needs it any more.
 */
@Injectable()
export class QueueLetter {
  constructor(private readonly vault: Vault) {}

  async queue(tx: Tx, letter: AddressedLetter, worthMinutes: number): Promise<void> {
    const mailId = randomUUID();
    const sealed = await this.vault.seal(tx, keyOf(mailId), 'letter', JSON.stringify(letter));
    await tx.query(
      `INSERT INTO mail_queue (charity_id, mail_id, letter_sealed, give_up_at)
       VALUES ($1, $2, $3, baton.now() + make_interval(mins => $4))`,
      [tx.charityId, mailId, sealed, worthMinutes],
    );
  }
}

/** Whose data key seals a letter. */
export const keyOf = (mailId: string): string => `mail:${mailId}`;
