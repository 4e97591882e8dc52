import {
  accept,
  type acceptAgreement,
  type CuratorId,
  type InputOf,
  mayCurate,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, findByCurator } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { consentsTo } from '../consent/consent-records.js';
import { curatorOf } from '../me/curator-of.js';
import { ReachReady } from '../preparation/reach-ready.js';
import { agreementInForce } from './publish-version.js';

interface Acceptance {
  readonly version: number;
  readonly hash: string;
}

/**
 * The curator says yes to the agreement in force, by version and hash; if that was the last thing on their list, they are
 * ready. Saying yes again is the same yes, except for somebody who took back their consent to post in between: they begin
 * anew.
 */
@Injectable()
export class AcceptAgreement implements Handles<typeof acceptAgreement> {
  constructor(
    private readonly database: Database,
    private readonly ready: ReachReady,
  ) {}

  async handle(
    { charityId, version, hash }: InputOf<typeof acceptAgreement>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof acceptAgreement>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const curator = await findByCurator(tx, curatorId, 'FOR UPDATE');
      if (!curator) return refuse('notFound');
      if (curator.agreementVersion === version && (await hasAccepted(tx, curatorId, { version, hash })))
        return accept({ curatorId, state: curator.state, version });
      const inForce = await agreementInForce(tx);
      if (inForce?.version !== version || inForce.hash !== hash) return refuse('agreementChanged');
      if (!(await consentsTo(tx, curator.applicationId, 'posting'))) return refuse('consentMissing');
      await keep(tx, curator, { version, hash });
      const agreed = { ...curator, agreementVersion: version };
      if (mayCurate(agreed.state)) await this.ready.state(tx, agreed);
      const { state } = await this.ready.look(tx, agreed, caller);
      const details = { version, hash };
      await noteInAudit(tx, { by: caller, action: 'agreement.accepted', about: curatorId, details });
      return accept({ curatorId, state, version });
    });
  }
}

async function keep(
  tx: Tx,
  { applicationId, curatorId }: Application,
  { version, hash }: Acceptance,
): Promise<void> {
  await tx.query(
    'INSERT INTO agreement_acceptance (charity_id, curator_id, version, hash) VALUES ($1, $2, $3, $4)',
    [tx.charityId, curatorId, version, hash],
  );
  await tx.query(
    'UPDATE application SET agreement_version = $3 WHERE charity_id = $1 AND application_id = $2',
    [tx.charityId, applicationId, version],
  );
}

async function hasAccepted(tx: Tx, curatorId: CuratorId, { version, hash }: Acceptance): Promise<boolean> {
  const known = await tx.query(
    'SELECT 1 FROM agreement_acceptance WHERE charity_id = $1 AND curator_id = $2 AND version = $3 AND hash = $4 LIMIT 1',
    [tx.charityId, curatorId, version, hash],
  );
  return known.length > 0;
}
