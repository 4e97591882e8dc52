import { accept, type InputOf, type ResultOf, refuse, type unsubscribe } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { withdrawChannel } from '../consent/withdraw-channel.js';
import { MailTags } from '../mail-door/mail-tags.js';
import { applicationMailed } from '../mail-queue/addressed-to.js';

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
      const application = await applicationMailed(tx, mailId);
      if (!application?.curatorId) return refuse('linkUnusable');
      const by = { kind: 'curator', charityId, curatorId: application.curatorId } as const;
      await withdrawChannel(tx, application, { channel: 'contact', pastPosts: 'keep', by });
      return accept({ next: 'noMore' as const });
    });
  }
}
