import { accept, type giveConsent, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { curatorOf } from '../me/curator-of.js';
import { consentsOf, keepYes } from './consent-records.js';
import { presentConsent } from './present-consent.js';
import { wordingFor } from './wordings.js';

/** A yes to the words as they are now. Saying it again is another record of the same yes. */
@Injectable()
export class GiveConsent implements Handles<typeof giveConsent> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, channel, version, hash, months }: InputOf<typeof giveConsent>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof giveConsent>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorOf(caller), 'FOR UPDATE');
      if (!application) return refuse('notFound');
      const wording = await wordingFor(tx, application, channel);
      if (wording.version !== version || wording.hash !== hash) return refuse('consentChanged');
      const { applicationId, curatorId, identityLevel } = application;
      await keepYes(tx, applicationId, { channel, version, identityLevel, months: months ?? null });
      const details = { channel, version, hash, identityLevel, months: months ?? 0 };
      await noteInAudit(tx, { by: caller, action: 'consent.given', about: curatorId, details });
      const records = await consentsOf(tx, applicationId);
      return accept(await presentConsent(tx, application, channel, records));
    });
  }
}
