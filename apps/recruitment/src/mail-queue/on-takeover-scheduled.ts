import type { FactOf, takeoverScheduled } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { QueueMail } from './queue-mail.js';

/** A slot was booked: the curator is mailed when. */
@Injectable()
export class OnTakeoverScheduled implements Consumes<typeof takeoverScheduled> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof takeoverScheduled>, tx: Tx): Promise<void> {
    const application = await findByCurator(tx, data.curatorId, 'FOR UPDATE');
    if (!application) return;
    const fields = { opensAt: data.opensAt, closesAt: data.closesAt };
    await this.mail.queue(tx, {
      applicationId: application.applicationId,
      letter: 'takeoverBooked',
      fields,
    });
  }
}
