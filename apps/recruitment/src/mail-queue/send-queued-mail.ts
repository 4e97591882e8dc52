import { type ApplicationId, CharityId } from '@baton/contracts';
import { Mailer } from '@baton/mail';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../config.js';
import { IdentityVault } from '../identity/identity-vault.js';
import { isLetterName, letters } from './letters.js';

const tickMs = 500;
const batch = 20;
const leaseSeconds = 60;

/** Takes due mails for a minute: if this process dies meanwhile, they are due again. */
const claim = `
  UPDATE mail_queue SET due_at = baton.now() + make_interval(secs => $2)
   WHERE (charity_id, mail_id) IN (
     SELECT charity_id, mail_id FROM mail_queue WHERE due_at <= baton.now()
      ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id, mail_id, failures`;
const postpone = `
  UPDATE mail_queue SET failures = failures + 1, due_at = baton.now() + make_interval(secs => power(2, least($3, 10)))
   WHERE charity_id = $1 AND mail_id = $2`;

interface Claimed {
  readonly charity_id: string;
  readonly mail_id: string;
  readonly failures: number;
}

interface Queued {
  readonly application_id: ApplicationId;
  readonly letter: string;
  readonly fields_sealed: Buffer;
  readonly pen_name: string;
  readonly name: string;
  readonly slug: string;
  readonly zone: string;
}

/**
 * Sends queued mails: claimed in one transaction, sent outside any, removed in another. At least once: a crash between
 * sending and removing sends a mail twice, which is better than never. Retries wait twice as long each time.
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
    private readonly identities: IdentityVault,
    private readonly mailer: Mailer,
    private readonly log: Log,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.round = this.sendDue()
        .catch((error: unknown) => this.log.fault('mail round', error))
        .finally(() => !this.stopped && this.start());
    }, tickMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async sendDue(): Promise<void> {
    const due = await this.database.asWorker((tx) => tx.query<Claimed>(claim, [batch, leaseSeconds]));
    for (const mail of due) await this.send(CharityId.parse(mail.charity_id), mail);
  }

  private async send(charityId: CharityId, { mail_id, failures }: Claimed): Promise<void> {
    try {
      await this.mailer.send(await this.database.inCharity(charityId, (tx) => this.write(tx, mail_id)));
      await this.database.inCharity(charityId, (tx) =>
        tx.query('DELETE FROM mail_queue WHERE charity_id = $1 AND mail_id = $2', [charityId, mail_id]),
      );
    } catch (error) {
      this.log.fault('send mail', error, { charityId, attempt: failures + 1 });
      await this.database.inCharity(charityId, (tx) =>
        tx.query(postpone, [charityId, mail_id, failures + 1]),
      );
    }
  }

  private async write(tx: Tx, mailId: string) {
    const [queued] = await tx.query<Queued>(
      `SELECT q.application_id, q.letter, q.fields_sealed, a.pen_name, c.name, c.slug, c.zone
         FROM mail_queue q JOIN application a USING (charity_id, application_id) JOIN charity c USING (charity_id)
        WHERE q.charity_id = $1 AND q.mail_id = $2`,
      [tx.charityId, mailId],
    );
    if (!queued || !isLetterName(queued.letter)) throw new Error('a queued mail cannot be written');
    const opening = { by: 'recruitment', purpose: `mail: ${queued.letter}` };
    const { email } = await this.identities.open(tx, queued.application_id, opening);
    const fields = await this.vault.open(
      tx,
      `person:${queued.application_id}`,
      'letter',
      queued.fields_sealed,
    );
    const letter = letters[queued.letter]({
      charity: queued,
      penName: queued.pen_name,
      publicOrigin: this.publicOrigin,
      fields: JSON.parse(fields) as Record<string, string>,
    });
    return { to: email, ...letter };
  }
}
