import type { CuratorId, FactOf, swapClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';

/**
 * Of a swap that is done each hears as of any booking. Of one that is not to be hears whoever counted on it: who proposed it, unless
 * they took it back, and who had said yes.
 */
@Injectable()
export class OnSwapClosed implements Consumes<typeof swapClosed> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof swapClosed>, tx: Tx): Promise<void> {
    const { swapId, proposedBy, curatorId, agreed, outcome } = data;
    await this.mail.dropBecauseOf(tx, causeOf('swap', swapId));
    if (outcome === 'done') return;
    if (outcome !== 'withdrawn') await this.tell(tx, swapId, proposedBy);
    if (agreed && outcome !== 'declined') await this.tell(tx, swapId, curatorId);
  }

  private async tell(tx: Tx, swapId: string, curatorId: CuratorId): Promise<void> {
    const application = await findByCurator(tx, curatorId, 'FOR UPDATE');
    if (!application) return;
    const { applicationId } = application;
    await this.mail.queue(tx, { applicationId, letter: 'swapNotToBe', cause: causeOf('swap', swapId) });
  }
}
