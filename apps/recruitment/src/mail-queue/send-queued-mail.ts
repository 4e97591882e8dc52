import { setTimeout as pause } from 'node:timers/promises';
import { CharityId } from '@baton/contracts';
import { AddressRefused, Mailer } from '@baton/mail';
import { Database } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { endOlderLinks } from '../own-page/own-links.js';
import { decideRetry } from './decide-retry.js';
import { foundUnreachable } from './reachability.js';
import { WriteQueuedMail } from './write-queued-mail.js';

const restMs = 500;
/** Sent side by side, each within the mailer's patience, so that the lease outlives them all. */
const batch = 4;
const leaseSeconds = 120;

const claim = `
  UPDATE mail_queue SET due_at = baton.now() + make_interval(secs => $2)
   WHERE (charity_id, mail_id) IN (
     SELECT charity_id, mail_id FROM mail_queue WHERE due_at <= baton.now()
      ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id, mail_id, failures`;
const finish = 'DELETE FROM mail_queue WHERE charity_id = $1 AND mail_id = $2';
/**
 * Of a code or a new link nothing is remembered: whether one was sent would tell whether the address is known. What has come
 * back already, faster than we noted that it went, stays so.
 */
const settle = `
  UPDATE mail SET outcome = $3, settled_at = baton.now()
   WHERE charity_id = $1 AND mail_id = $2 AND addressee_kind NOT IN ('signIn', 'ownLink')
     AND outcome NOT IN ('bounced', 'complained')`;
const forgetAsked = `
  DELETE FROM mail WHERE charity_id = $1 AND mail_id = $2 AND addressee_kind IN ('signIn', 'ownLink')`;
const postpone = `
  UPDATE mail_queue SET failures = failures + 1, due_at = baton.now() + make_interval(secs => $3)
   WHERE charity_id = $1 AND mail_id = $2`;
const giveUp = `
  UPDATE mail_queue SET failures = failures + 1, due_at = 'infinity' WHERE charity_id = $1 AND mail_id = $2`;

interface Claimed {
  readonly charity_id: string;
  readonly mail_id: string;
  readonly failures: number;
}

/**
 * Sends queued mails, in any number of replicas.
 *
 * - A mail is claimed in one transaction, which makes it due again after a lease: if this process dies, another sends it.
 * - It is written in a second one, sent outside any, and taken out of the queue in a third.
 * - So it is sent at least once. A crash between sending and taking out sends it again, under the same Message-ID, which is
 *   better than never.
 * - Where nobody is at the address that is remembered, and it is not tried again.
 */
@Injectable()
@RunsInBackground()
export class SendQueuedMail implements Worker {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private round: Promise<number> = Promise.resolve(0);

  constructor(
    private readonly database: Database,
    private readonly letters: WriteQueuedMail,
    private readonly mailer: Mailer,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Sends what is due and resolves when it is gone or postponed. Rounds of one process take turns. */
  async sendDue(): Promise<void> {
    let claimed: number;
    do {
      this.round = this.round.catch(() => 0).then(() => this.sendSome());
      claimed = await this.round;
    } while (claimed === batch && !this.stopping.signal.aborted);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.sendDue().catch((error: unknown) => this.log.fault('mail queue', error));
      await pause(restMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async sendSome(): Promise<number> {
    const due = await this.database.asWorker((tx) => tx.query<Claimed>(claim, [batch, leaseSeconds]));
    // What cannot even be postponed, because the database is gone, is due again after its lease.
    await Promise.allSettled(due.map((mail) => this.send(CharityId.parse(mail.charity_id), mail)));
    return due.length;
  }

  private async send(charityId: CharityId, { mail_id, failures }: Claimed): Promise<void> {
    const key = [charityId, mail_id];
    try {
      const mail = await this.database.inCharity(charityId, (tx) => this.letters.write(tx, mail_id));
      if (mail) await this.mailer.send(mail);
      await this.settle(charityId, mail_id, mail ? 'sent' : 'dropped');
    } catch (error) {
      if (error instanceof AddressRefused) return this.settle(charityId, mail_id, 'refused');
      const retry = decideRetry(failures + 1);
      this.log.fault(retry.again ? 'send mail' : 'mail given up', error, {
        charityId,
        attempt: failures + 1,
      });
      await this.database.inCharity(charityId, async (tx) => {
        if (retry.again) await tx.query(postpone, [...key, retry.inSeconds]);
        else await tx.query(giveUp, key);
        if (!retry.again) await tx.query(settle, [...key, 'givenUp']);
      });
    }
  }

  private settle(
    charityId: CharityId,
    mailId: string,
    outcome: 'sent' | 'dropped' | 'refused',
  ): Promise<void> {
    return this.database.inCharity(charityId, async (tx) => {
      await tx.query(finish, [charityId, mailId]);
      await tx.query(settle, [charityId, mailId, outcome]);
      if (outcome === 'refused') await foundUnreachable(tx, mailId);
      if (outcome === 'sent') await endOlderLinks(tx, mailId);
      await tx.query(forgetAsked, [charityId, mailId]);
    });
  }
}
