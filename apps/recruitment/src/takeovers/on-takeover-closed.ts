import type { FactOf, takeoverClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { noteClosed } from '../part/curated-takeovers.js';

/** The account is the charity’s again, and whoever had it belongs to the alumni and is thanked. */
@Injectable()
export class OnTakeoverClosed implements Consumes<typeof takeoverClosed> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    const application = await findByCurator(tx, data.curatorId, 'FOR UPDATE');
    await noteClosed(tx, data.takeoverId, data.closedAt);
    // Who took back their consent meanwhile is not asked to be glad of it.
    if (application?.state !== 'live') return;
    await moveApplication(tx, application, 'alumni');
    const { applicationId } = application;
    await this.mail.queue(tx, { applicationId, letter: 'thankYou', cause: `takeover ${data.takeoverId}` });
  }
}
