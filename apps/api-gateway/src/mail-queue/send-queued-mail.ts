import { CharityId } from '@baton/contracts';
import { Mailer, signInCode } from '@baton/mail';
import { Database, Vault } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../config.js';

const tickMs = 500;
const batch = 20;
const leaseSeconds = 60;
/** The waits double from two seconds on: after so many, the code in the mail is older than its quarter of an hour. */
const mostTries = 9;

/** Takes due mails for a minute: if this process dies meanwhile, they are due again. */
const claim = `
  UPDATE mail_queue SET due_at = baton.now() + make_interval(secs => $2)
   WHERE (charity_id, mail_id) IN (
     SELECT charity_id, mail_id FROM mail_queue WHERE due_at <= baton.now()
      ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id, mail_id, member_id, failures`;

interface QueuedMail {
  readonly charity_id: string;
  readonly mail_id: string;
  readonly member_id: string;
  readonly failures: number;
}

/**
 * Sends queued sign-in codes: claimed in one transaction, sent outside any, removed in another. At least once: a
 * crash between sending and removing sends a mail twice, which is better than never. Retries wait twice as long each time,
 * and end when the code would no longer work.
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
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
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
      await this.mailer.send(await this.write(charityId, mail));
      await this.forget(charityId, mail);
    } catch (error) {
      const failures = mail.failures + 1;
      this.log.fault('mail not sent', error, { attempt: failures });
      if (failures < mostTries) await this.postpone(charityId, mail, failures);
      else await this.forget(charityId, mail);
    }
  }

  private forget(charityId: CharityId, { mail_id }: QueuedMail) {
    return this.database.inCharity(charityId, (tx) =>
      tx.query('DELETE FROM mail_queue WHERE charity_id = $1 AND mail_id = $2', [charityId, mail_id]),
    );
  }

  private postpone(charityId: CharityId, { mail_id }: QueuedMail, failures: number) {
    return this.database.inCharity(charityId, (tx) =>
      tx.query(
        `UPDATE mail_queue SET failures = $3, due_at = baton.now() + make_interval(secs => power(2, $3::int))
          WHERE charity_id = $1 AND mail_id = $2`,
        [charityId, mail_id, failures],
      ),
    );
  }

  private write(charityId: CharityId, mail: QueuedMail) {
    return this.database.inCharity(charityId, async (tx) => {
      const [row] = await tx.query<{ name: string; slug: string; email_sealed: Buffer; code_sealed: Buffer }>(
        `SELECT c.name, c.slug, m.email_sealed, q.code_sealed
           FROM mail_queue q JOIN member m USING (charity_id, member_id) JOIN charity c USING (charity_id)
          WHERE q.charity_id = $1 AND q.mail_id = $2`,
        [charityId, mail.mail_id],
      );
      if (!row) throw new Error('a queued mail has gone');
      const owner = `member:${mail.member_id}`;
      const to = await this.vault.open(tx, owner, 'email', row.email_sealed);
      const code = await this.vault.open(tx, owner, 'code', row.code_sealed);
      return {
        to,
        ...signInCode({ charity: row.name, page: `${this.publicOrigin}/sign-in/${row.slug}`, code }),
      };
    });
  }
}
