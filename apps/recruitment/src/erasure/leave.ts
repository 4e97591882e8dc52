import { accept, type InputOf, type leave, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { ErasePerson } from './erase-person.js';

/** A curator leaves, without a reason and at once. Leaving twice is leaving once. */
@Injectable()
export class Leave implements Handles<typeof leave> {
  constructor(
    private readonly database: Database,
    private readonly erasing: ErasePerson,
  ) {}

  async handle(
    { charityId, pastPosts }: InputOf<typeof leave>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof leave>> {
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      const application = await findByCurator(tx, curatorOf(caller), 'FOR UPDATE');
      if (application) await this.erasing.erase(tx, application, { by: caller, pastPosts });
      return accept({ state: 'left' as const });
    });
  }
}
