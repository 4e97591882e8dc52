import { type answerTeam, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { answered } from '../conversation/answered.js';
import { Conversation } from '../conversation/conversation.js';
import { OwnLinks } from './own-links.js';

/** An applicant writes to the team, by the link in a mail. Sent twice, it is one answer. */
@Injectable()
export class AnswerTeam implements Handles<typeof answerTeam> {
  constructor(
    private readonly database: Database,
    private readonly links: OwnLinks,
    private readonly conversation: Conversation,
  ) {}

  async handle({
    charityId,
    token,
    messageId,
    text,
  }: InputOf<typeof answerTeam>): Promise<ResultOf<typeof answerTeam>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await this.links.holderOf(tx, token, 'FOR UPDATE');
      if (!application) return refuse('linkOver');
      if (application.curatorId) return refuse('signInInstead');
      await this.links.prove(tx, token);
      const answer = { messageId, text, by: 'page' } as const;
      return answered(messageId, await this.conversation.keepAnswer(tx, application.applicationId, answer));
    });
  }
}
