import type { curatorReady, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { hasLeft } from './has-left.js';
import { setAgreements } from './set-agreements.js';
import { takeTurns } from './take-turns.js';

/**
 * Also for a weekend that began before this was heard of: recruitment and scheduling are heard in no order. Whoever has become
 * anonymous is so on the weekends they have had, too.
 */
@Injectable()
export class OnCuratorReady implements Consumes<typeof curatorReady> {
  async handle({ data, revision, time }: FactOf<typeof curatorReady>, tx: Tx): Promise<void> {
    const { curatorId, agreementVersion, identityLevel } = data;
    await takeTurns(tx, curatorId);
    if (await hasLeft(tx, curatorId)) return;
    await tx.query(
      `INSERT INTO curator_agreement (charity_id, curator_id, revision, agreement_version, agreed_at, identity_level)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [tx.charityId, curatorId, revision, agreementVersion, time, identityLevel],
    );
    await setAgreements(tx, curatorId);
    if (identityLevel !== 'anonymous') return;
    await tx.query(
      `UPDATE weekend SET identity_level = 'anonymous' WHERE charity_id = $1 AND curator_id = $2`,
      [tx.charityId, curatorId],
    );
  }
}
