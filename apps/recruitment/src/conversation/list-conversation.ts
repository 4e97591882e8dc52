import { accept, type InputOf, type listConversation, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { Conversation } from './conversation.js';

/** A curator reads what the team and they have written, from the day they applied. */
@Injectable()
export class ListConversation implements Handles<typeof listConversation> {
  constructor(
    private readonly database: Database,
    private readonly conversation: Conversation,
  ) {}

  async handle(
    { charityId, before }: InputOf<typeof listConversation>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listConversation>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorOf(caller));
      if (!application) return refuse('notFound');
      return accept(await this.conversation.seenByPerson(tx, application.applicationId, before));
    });
  }
}
