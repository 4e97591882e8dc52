import { type InputOf, type ResultOf, refuse, type writeToTeam } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { answered } from './answered.js';
import { Conversation } from './conversation.js';

/** A curator writes to the team. Sent twice, it is one message. */
@Injectable()
export class WriteToTeam implements Handles<typeof writeToTeam> {
  constructor(
    private readonly database: Database,
    private readonly conversation: Conversation,
  ) {}

  async handle(
    { charityId, messageId, text }: InputOf<typeof writeToTeam>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof writeToTeam>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorOf(caller), 'FOR UPDATE');
      if (!application) return refuse('notFound');
      const answer = { messageId, text, by: 'page' } as const;
      return answered(messageId, await this.conversation.keepAnswer(tx, application.applicationId, answer));
    });
  }
}
