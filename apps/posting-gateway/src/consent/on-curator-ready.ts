import type { curatorReady, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteLevelInArchive } from '../archive/archive-consent.js';
import { lookAtTakeoversOf } from '../archive/archive-due.js';
import { forgetWithdrawal } from './withdrawn-curators.js';

/** Whoever accepts the agreement anew may post again, and what they let stand in the archive is seen again. */
@Injectable()
export class OnCuratorReady implements Consumes<typeof curatorReady> {
  async handle({ data, time }: FactOf<typeof curatorReady>, tx: Tx): Promise<void> {
    await forgetWithdrawal(tx, data.curatorId, new Date(time));
    await noteLevelInArchive(tx, data.curatorId, data.identityLevel);
    await lookAtTakeoversOf(tx, data.curatorId);
  }
}
