import {
  accept,
  type ConsentChannel,
  consentGiven,
  type giveConsent,
  type InputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, findByCurator } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { curatorOf } from '../me/curator-of.js';
import { type ConsentRecord, consentsOf, keepYes, lastWordOn } from './consent-records.js';
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
      await sayGiven(tx, application, channel, records);
      return accept(await presentConsent(tx, application, channel, records));
    });
  }
}

/** By their count alone it is plain to whoever hears it which withdrawals came before this yes. */
async function sayGiven(
  tx: Tx,
  { curatorId, identityLevel }: Application,
  channel: ConsentChannel,
  records: readonly ConsentRecord[],
): Promise<void> {
  if (!curatorId) return;
  const until = lastWordOn(records, channel)?.until?.toISOString() ?? null;
  const withdrawalsBefore = records.filter(({ said }) => said === 'no').length;
  const data = { curatorId, channel, identityLevel, until, withdrawalsBefore };
  const revision = records.length - withdrawalsBefore;
  await appendFacts(tx, newFact(consentGiven, { subject: curatorId, revision, data }));
}
