import {
  accept,
  type acceptAgreement,
  type Caller,
  type CuratorId,
  curatorReady,
  type InputOf,
  mayCurate,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, findByCurator } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { consentsTo } from '../consent/consent-records.js';
import { TellFingerprints } from '../identity/tell-fingerprints.js';
import { curatorOf } from '../me/curator-of.js';
import { agreementInForce } from './publish-version.js';

interface Acceptance {
  readonly version: number;
  readonly hash: string;
}

/**
 * The curator says yes to the agreement in force, by version and hash, and is ready. Saying yes again is the same yes,
 * except for somebody who took back their consent to post in between: they begin anew.
 */
@Injectable()
export class AcceptAgreement implements Handles<typeof acceptAgreement> {
  constructor(
    private readonly database: Database,
    private readonly fingerprints: TellFingerprints,
  ) {}

  async handle(
    { charityId, version, hash }: InputOf<typeof acceptAgreement>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof acceptAgreement>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const curator = await findByCurator(tx, curatorId, 'FOR UPDATE');
      if (!curator) return refuse('notFound');
      const state = mayCurate(curator.state) ? curator.state : 'ready';
      const ready = accept({ curatorId, state, version });
      const acceptances = await acceptancesOf(tx, curatorId);
      if (
        mayCurate(curator.state) &&
        acceptances.some((known) => known.version === version && known.hash === hash)
      )
        return ready;
      const inForce = await agreementInForce(tx);
      if (inForce?.version !== version || inForce.hash !== hash) return refuse('agreementChanged');
      if (!(await consentsTo(tx, curator.applicationId, 'posting'))) return refuse('consentMissing');
      await this.keep(tx, curator, { version, hash, by: caller });
      const { penName, identityLevel } = curator;
      const data = { curatorId, penName, identityLevel, agreementVersion: version };
      const revision = acceptances.length + 1;
      await appendFacts(tx, newFact(curatorReady, { subject: curatorId, revision, data }));
      await this.fingerprints.tell(tx, curator);
      const details = { version, hash };
      await noteInAudit(tx, { by: caller, action: 'agreement.accepted', about: curatorId, details });
      return ready;
    });
  }

  private async keep(
    tx: Tx,
    curator: Application,
    { version, hash, by }: Acceptance & { readonly by: Caller },
  ): Promise<void> {
    const { applicationId, curatorId } = curator;
    await tx.query(
      'INSERT INTO agreement_acceptance (charity_id, curator_id, version, hash) VALUES ($1, $2, $3, $4)',
      [tx.charityId, curatorId, version, hash],
    );
    await tx.query(
      'UPDATE application SET agreement_version = $3 WHERE charity_id = $1 AND application_id = $2',
      [tx.charityId, applicationId, version],
    );
    if (mayCurate(curator.state)) return;
    const preparing = await moveApplication(tx, curator, 'preparing', { by });
    await moveApplication(tx, preparing, 'ready', { by: 'recruitment' });
  }
}

/** Every version this curator has ever agreed to. */
const acceptancesOf = (tx: Tx, curatorId: CuratorId): Promise<Acceptance[]> =>
  tx.query<Acceptance>(
    'SELECT version, hash FROM agreement_acceptance WHERE charity_id = $1 AND curator_id = $2',
    [tx.charityId, curatorId],
  );
