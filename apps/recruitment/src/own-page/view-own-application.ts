import { accept, type InputOf, type ResultOf, refuse, type viewOwnApplication } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { Conversation } from '../conversation/conversation.js';
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
  }: InputOf<typeof viewOwnApplication>): Promise<ResultOf<typeof viewOwnApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await this.links.holderOf(tx, token);
      if (!application) return refuse('linkOver');
      const { applicationId, curatorId, penName, state, stateSince, appliedAt } = application;
      const signsIn = curatorId !== null;
      return accept({
        penName,
        state,
        since: stateSince.toISOString(),
        appliedAt: appliedAt.toISOString(),
        signsIn,
        messages: signsIn ? [] : await this.conversation.seenByPerson(tx, applicationId),
      });
    });
  }
}
