import { accept, type InputOf, type ResultOf, refuse, type withdrawConsent } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { consentsOf } from './consent-records.js';
import { presentConsent } from './present-consent.js';
import { withdrawChannel } from './withdraw-channel.js';

/** A curator takes a consent back. It acts as soon as the fact is heard: seconds, and bookings are free again. */
@Injectable()
export class WithdrawConsent implements Handles<typeof withdrawConsent> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, channel, pastPosts }: InputOf<typeof withdrawConsent>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof withdrawConsent>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorOf(caller), 'FOR UPDATE');
      if (!application) return refuse('notFound');
      await withdrawChannel(tx, application, { channel, pastPosts, by: caller });
      const records = await consentsOf(tx, application.applicationId);
      return accept(await presentConsent(tx, application, channel, records));
    });
  }
}
