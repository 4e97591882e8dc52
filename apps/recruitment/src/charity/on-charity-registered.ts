import type { charityRegistered, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { agreementInForce, publishVersion } from '../agreement/publish-version.js';
import { standardAgreement } from '../agreement/standard-agreement.js';

/** A charity came aboard: its mails know its name, and there is an agreement from the first day. */
@Injectable()
export class OnCharityRegistered implements Consumes<typeof charityRegistered> {
  async handle({ data }: FactOf<typeof charityRegistered>, tx: Tx): Promise<void> {
    await tx.query(
      'INSERT INTO charity (charity_id, name, slug, zone) VALUES ($1, $2, $3, $4) ON CONFLICT (charity_id) DO NOTHING',
      [tx.charityId, data.name, data.slug, data.zone],
    );
    if (!(await agreementInForce(tx))) await publishVersion(tx, standardAgreement(data.name));
  }
}
