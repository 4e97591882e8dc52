import type { charityRegistered, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { beginWithStandardAdvice } from '../advice/advice-pages.js';
import { agreementInForce, publishVersion } from '../agreement/publish-version.js';
import { standardAgreement } from '../agreement/standard-agreement.js';
import { keptForByDefault } from '../retention/kept-for.js';

/** Until the charity says otherwise: a fact of its own has a higher revision. */
const keepAsTheContractSays = `
  INSERT INTO retention (charity_id, declined_days, identity_days, revision) VALUES ($1, $2, $3, 0)
  ON CONFLICT (charity_id) DO NOTHING`;

/** A charity came aboard: its mails know its name, and there are an agreement and advice from the first day. */
@Injectable()
export class OnCharityRegistered implements Consumes<typeof charityRegistered> {
  async handle({ data }: FactOf<typeof charityRegistered>, tx: Tx): Promise<void> {
    await tx.query(
      'INSERT INTO charity (charity_id, name, slug, zone) VALUES ($1, $2, $3, $4) ON CONFLICT (charity_id) DO NOTHING',
      [tx.charityId, data.name, data.slug, data.zone],
    );
    await tx.query(keepAsTheContractSays, [
      tx.charityId,
      keptForByDefault.declinedDays,
      keptForByDefault.identityDays,
    ]);
    await beginWithStandardAdvice(tx);
    await tx.query('INSERT INTO screening (charity_id) VALUES ($1) ON CONFLICT (charity_id) DO NOTHING', [
      tx.charityId,
    ]);
    if (!(await agreementInForce(tx))) await publishVersion(tx, standardAgreement(data.name));
  }
}
