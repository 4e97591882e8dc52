import { type ApplicationId, isGone } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, findApplication } from '../applications/application-row.js';
import { withdrawChannel } from '../consent/withdraw-channel.js';
import { foundUnreachable } from '../mail-queue/reachability.js';
import type { TaggedMail } from './mail-tags.js';
import type { Incoming } from './read-incoming.js';
import { TakesReply } from './takes-reply.js';

const note = `
  UPDATE mail SET outcome = $3, settled_at = coalesce(settled_at, baton.now())
   WHERE charity_id = $1 AND mail_id = $2 AND outcome <> 'complained'`;

/** Does what follows from a mail that came in about one of ours. The same mail taken in again changes nothing more. */
@Injectable()
export class TakeInMail {
  constructor(
    private readonly database: Database,
    private readonly replies: TakesReply,
  ) {}

  take({ charityId, mailId }: TaggedMail, incoming: Incoming): Promise<void> {
    return this.database.inCharity(charityId, async (tx) => {
      switch (incoming.kind) {
        case 'bounced':
          await tx.query(note, [charityId, mailId, 'bounced']);
          if (incoming.nobodyThere) await foundUnreachable(tx, mailId);
          return;
        case 'complaint':
          await tx.query(note, [charityId, mailId, 'complained']);
          return noMoreExtras(tx, await addresseeOf(tx, mailId));
        case 'reply':
          return this.pass(tx, mailId, incoming);
        case 'delayed':
        case 'automatic':
          return;
      }
    });
  }

  private async pass(tx: Tx, mailId: string, { text, messageId }: Incoming & { kind: 'reply' }) {
    const application = await addresseeOf(tx, mailId);
    if (!application) return;
    await this.replies.take(tx, application.applicationId, { toMailId: mailId, messageId, text });
  }
}

/** Whoever called one of our mails unwanted gets none any more that their part does not need. */
async function noMoreExtras(tx: Tx, application: Application | undefined): Promise<void> {
  if (application)
    await withdrawChannel(tx, application, { channel: 'contact', pastPosts: 'keep', by: 'recruitment' });
}

/** Undefined where the mail was to nobody who has applied, or to somebody who is gone. */
async function addresseeOf(tx: Tx, mailId: string): Promise<Application | undefined> {
  const [mail] = await tx.query<{ id: ApplicationId }>(
    `SELECT addressee_id AS id FROM mail
      WHERE charity_id = $1 AND mail_id = $2 AND addressee_kind = 'application'`,
    [tx.charityId, mailId],
  );
  const application = mail && (await findApplication(tx, mail.id, 'FOR UPDATE'));
  return application && !isGone(application.state) ? application : undefined;
}
