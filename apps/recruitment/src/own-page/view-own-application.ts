import { accept, type InputOf, type ResultOf, refuse, type viewOwnApplication } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { toldState } from '../applications/told-state.js';
import { databaseNow } from '../clock/database-now.js';
import { Conversation } from '../conversation/conversation.js';
import { mailWishesOf } from '../mail-wishes/mail-wishes.js';
import { OwnLinks } from './own-links.js';

/** What an applicant sees by the link in a mail. Opening it changes nothing: mail scanners open links. */
@Injectable()
export class ViewOwnApplication implements Handles<typeof viewOwnApplication> {
  constructor(
    private readonly database: Database,
    private readonly links: OwnLinks,
    private readonly conversation: Conversation,
  ) {}

  async handle({
    charityId,
    token,
    before,
  }: InputOf<typeof viewOwnApplication>): Promise<ResultOf<typeof viewOwnApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await this.links.holderOf(tx, token);
      if (!application) return refuse('linkOver');
      const { applicationId, curatorId, penName, appliedAt } = application;
      const signsIn = curatorId !== null;
      return accept({
        penName,
        state: toldState(application, await databaseNow(tx)),
        appliedAt: appliedAt.toISOString(),
        signsIn,
        mails: await mailWishesOf(tx, applicationId),
        ...(signsIn
          ? { messages: [], earlier: null }
          : await this.conversation.seenByPerson(tx, applicationId, before)),
      });
    });
  }
}
