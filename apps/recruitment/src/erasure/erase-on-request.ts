import { accept, type erasePerson, type InputOf, isGone, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { ErasePerson } from './erase-person.js';

/** Somebody asked the charity, by mail or phone, to be forgotten: an applicant or a curator who does not use their own page. */
@Injectable()
export class EraseOnRequest implements Handles<typeof erasePerson> {
  constructor(
    private readonly database: Database,
    private readonly erasing: ErasePerson,
  ) {}

  async handle(
    { charityId, applicationId, pastPosts }: InputOf<typeof erasePerson>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof erasePerson>> {
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      const application = await findApplication(tx, applicationId, 'FOR UPDATE');
      if (!application) return refuse('notFound');
      if (isGone(application.state)) return accept({ state: application.state });
      return accept({ state: await this.erasing.erase(tx, application, { by: caller, pastPosts }) });
    });
  }
}
