import type { FactOf, swapAsked } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';

@Injectable()
export class OnSwapAsked implements Consumes<typeof swapAsked> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof swapAsked>, tx: Tx): Promise<void> {
    const { swapId, curatorId, ...fields } = data;
    const application = await findByCurator(tx, curatorId, 'FOR UPDATE');
    if (!application) return;
    const { applicationId } = application;
    await this.mail.queue(tx, { applicationId, letter: 'swapAsked', cause: causeOf('swap', swapId), fields });
  }
}
