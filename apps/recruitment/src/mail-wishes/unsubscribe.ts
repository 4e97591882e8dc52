import {
  type ApplicationId,
  accept,
  type InputOf,
  type ResultOf,
  refuse,
  type unsubscribe,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { withdrawChannel } from '../consent/withdraw-channel.js';
import { MailTags } from '../mail-door/mail-tags.js';

/** Pressed again it is done already. An unknown link, one that was made up and one of somebody who is gone answer alike. */
@Injectable()
export class Unsubscribe implements Handles<typeof unsubscribe> {
  constructor(
    private readonly database: Database,
    private readonly tags: MailTags,
  ) {}

  async handle({ charityId, token }: InputOf<typeof unsubscribe>): Promise<ResultOf<typeof unsubscribe>> {
    const mailId = await this.tags.unsubscribing(charityId, token);
    if (!mailId) return refuse('linkUnusable');
    return this.database.inCharity(charityId, async (tx) => {
      const applicationId = await addresseeOf(tx, mailId);
      const application = applicationId && (await findApplication(tx, applicationId, 'FOR UPDATE'));
      if (!application?.curatorId) return refuse('linkUnusable');
      const by = { kind: 'curator', charityId, curatorId: application.curatorId } as const;
      await withdrawChannel(tx, application, { channel: 'contact', pastPosts: 'keep', by });
      return accept({ next: 'noMore' as const });
    });
  }
}

async function addresseeOf(tx: Tx, mailId: string): Promise<ApplicationId | undefined> {
  const [mail] = await tx.query<{ id: ApplicationId }>(
    `SELECT addressee_id AS id FROM mail
      WHERE charity_id = $1 AND mail_id = $2 AND addressee_kind = 'application'`,
    [tx.charityId, mailId],
  );
  return mail?.id;
}
