import {
  accept,
  ConsentChannel,
  type InputOf,
  type ResultOf,
  refuse,
  type viewConsents,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { consentsOf } from './consent-records.js';
import { presentConsent, presentRecord } from './present-consent.js';

@Injectable()
export class ViewConsents implements Handles<typeof viewConsents> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId }: InputOf<typeof viewConsents>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof viewConsents>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorOf(caller));
      if (!application) return refuse('notFound');
      const records = await consentsOf(tx, application.applicationId);
      const consents = [];
      for (const channel of ConsentChannel.options)
        consents.push(await presentConsent(tx, application, channel, records));
      return accept({ consents, history: records.map(presentRecord) });
    });
  }
}
