import type { consentWithdrawn, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteArchiveWithdrawn } from '../archive/archive-consent.js';
import { WithdrawCurator } from './withdraw-curator.js';

/** The consents to post and to the archive are about posts; the other channels are not this service’s. */
@Injectable()
export class OnConsentWithdrawn implements Consumes<typeof consentWithdrawn> {
  constructor(@Inject(WithdrawCurator) private readonly curator: WithdrawCurator) {}

  async handle({ data, time, revision }: FactOf<typeof consentWithdrawn>, tx: Tx): Promise<void> {
    if (data.channel === 'archive') await noteArchiveWithdrawn(tx, data.curatorId, revision);
    if (data.channel !== 'posting') return;
    await this.curator.withdraw(tx, data.curatorId, { wish: data.pastPosts, at: new Date(time) });
  }
}
