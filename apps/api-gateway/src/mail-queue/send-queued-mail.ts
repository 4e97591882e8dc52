import { CharityId } from '@baton/contracts';
import { Mailer } from '@baton/mail';
import { Database, Vault } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { type AddressedLetter, keyOf } from './queue-letter.js';

const tickMs = 500;
const batch = 20;
const leaseSeconds = 60;

/** Takes due mails for a minute: if this process dies meanwhile, they are due again. */
const claim = `
  UPDATE mail_queue SET due_at = baton.now() + make_interval(secs => $2)
   WHERE (charity_id, mail_id) IN (
     SELECT charity_id, mail_id FROM mail_queue WHERE due_at <= baton.now()
      ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id, mail_id`;

/** Waits twice as long each time, from two seconds to ten minutes; false where nobody would need the letter any more. */
const postpone = `
  UPDATE mail_queue
     SET failures = failures + 1,
         due_at = baton.now() + make_interval(secs => least(600, power(2, failures + 1)))
   WHERE charity_id = $1 AND mail_id = $2 AND give_up_at > baton.now()
  RETURNING failures`;

interface QueuedMail {
  readonly charity_id: string;
  readonly mail_id: string;
}

/**
 * Sends queued letters: claimed in one transaction, sent outside any, forgotten in another. At least once: a crash between
 * sending and forgetting sends a mail twice, which is better than never.
 */
@Injectable()
@RunsInBackground()
export class SendQueuedMail implements Worker {
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly mailer: Mailer,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.round = this.sendDue()
        .catch((error: unknown) => this.log.fault('mail round failed', error))
        .finally(() => !this.stopped && this.start());
    }, tickMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async sendDue(): Promise<void> {
    const due = await this.database.asWorker((tx) => tx.query<QueuedMail>(claim, [batch, leaseSeconds]));
    for (const mail of due) await this.send(mail);
  }

  private async send(mail: QueuedMail): Promise<void> {
    const charityId = CharityId.parse(mail.charity_id);
    try {
      await this.mailer.send(await this.read(charityId, mail));
      await this.forget(charityId, mail);
    } catch (error) {
      const [put] = await this.database.inCharity(charityId, (tx) =>
        tx.query<{ failures: number }>(postpone, [charityId, mail.mail_id]),
      );
      this.log.fault('mail not sent', error, { attempt: put?.failures ?? 0 });
      if (!put) await this.forget(charityId, mail);
    }
  }

  private forget(charityId: CharityId, { mail_id }: QueuedMail): Promise<void> {
    return this.database.inCharity(charityId, async (tx) => {
      await this.vault.shred(tx, keyOf(mail_id));
      await tx.query('DELETE FROM mail_queue WHERE charity_id = $1 AND mail_id = $2', [charityId, mail_id]);
    });
  }

  private read(charityId: CharityId, { mail_id }: QueuedMail): Promise<AddressedLetter> {
    return this.database.inCharity(charityId, async (tx) => {
      const [row] = await tx.query<{ letter_sealed: Buffer }>(
        'SELECT letter_sealed FROM mail_queue WHERE charity_id = $1 AND mail_id = $2',
        [charityId, mail_id],
      );
      if (!row) throw new Error('a queued mail has gone');
      return JSON.parse(await this.vault.open(tx, keyOf(mail_id), 'letter', row.letter_sealed));
    });
  }
}
