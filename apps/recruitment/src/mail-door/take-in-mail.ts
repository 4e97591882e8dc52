import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { withdrawChannel } from '../consent/withdraw-channel.js';
import { applicationMailed, nominationMailed } from '../mail-queue/addressed-to.js';
import { foundUnreachable } from '../mail-queue/reachability.js';
import { isOpen } from '../nominations/nomination-row.js';
import { SayNo } from '../nominations/say-no.js';
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
    private readonly no: SayNo,
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
          return this.noMore(tx, mailId);
        case 'reply':
          return this.pass(tx, mailId, incoming);
        case 'delayed':
        case 'automatic':
          return;
      }
    });
  }

  /** Whoever called one of our mails unwanted gets none any more that their part does not need, and is not asked again. */
  private async noMore(tx: Tx, mailId: string): Promise<void> {
    const application = await applicationMailed(tx, mailId);
    if (application)
      return withdrawChannel(tx, application, { channel: 'contact', pastPosts: 'keep', by: 'recruitment' });
    const nomination = await nominationMailed(tx, mailId);
    if (nomination && isOpen(nomination, await databaseNow(tx))) await this.no.say(tx, nomination);
  }

  private async pass(tx: Tx, mailId: string, { text, messageId }: Incoming & { kind: 'reply' }) {
    const application = await applicationMailed(tx, mailId);
    if (!application) return;
    const { applicationId, language } = application;
    await this.replies.take(tx, applicationId, { toMailId: mailId, messageId, text, language });
  }
}
