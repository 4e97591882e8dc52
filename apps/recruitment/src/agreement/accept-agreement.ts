import {
  accept,
  type acceptAgreement,
  curatorReady,
  type InputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { agreementInForce } from './publish-version.js';

/** The curator says yes to the agreement in force, by version and hash, and is ready. Saying yes again is the same yes. */
@Injectable()
export class AcceptAgreement implements Handles<typeof acceptAgreement> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, version, hash }: InputOf<typeof acceptAgreement>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof acceptAgreement>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorId, 'FOR UPDATE');
      if (!application) return refuse('notFound');
      if (application.state === 'ready' && application.agreementVersion === version) {
        return accept({ curatorId, state: 'ready' as const, version });
      }
      const inForce = await agreementInForce(tx);
      if (inForce?.version !== version || inForce.hash !== hash) return refuse('agreementChanged');
      await tx.query(
        `UPDATE application SET state = 'ready', agreement_version = $3, agreement_hash = $4, agreed_at = baton.now()
          WHERE charity_id = $1 AND application_id = $2`,
        [charityId, application.applicationId, version, hash],
      );
      const { penName, identityLevel } = application;
      const data = { curatorId, penName, identityLevel, agreementVersion: version };
      await appendFacts(tx, newFact(curatorReady, { subject: curatorId, revision: version, data }));
      return accept({ curatorId, state: 'ready' as const, version });
    });
  }
}
