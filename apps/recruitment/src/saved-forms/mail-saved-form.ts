import type { CharityId, SavedFormId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { takeTurns } from '../turns/take-turns.js';

/** To one address; more are answered like any other and mail nothing, so that nobody's mailbox can be filled. */
const mostMailsPerDay = 3;

const count = `
  INSERT INTO saved_form_mail (charity_id, email_fingerprint)
  SELECT $1, $2 WHERE (SELECT count(*) FROM saved_form_mail
    WHERE charity_id = $1 AND email_fingerprint = $2 AND at > baton.now() - interval '1 day') < $3
  RETURNING id`;

/** Mails the link of a saved form to the address that was given with it, which nobody has proved. */
@Injectable()
export class MailSavedForm {
  constructor(
    private readonly vault: Vault,
    private readonly mail: QueueMail,
  ) {}

  fingerprint(charityId: CharityId, email: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'saved form email', email);
  }

  async queue(
    tx: Tx,
    savedFormId: SavedFormId,
    { address, saves }: { address: Buffer; saves: number },
  ): Promise<void> {
    await takeTurns(tx, `saved forms to ${address.toString('hex')}`);
    const counted = await tx.query(count, [tx.charityId, address, mostMailsPerDay]);
    if (counted.length === 0) return;
    await this.mail.queue(tx, { savedFormId, letter: 'formSaved', cause: `saved ${saves}` });
  }
}
