import type { FactOf, takeoverClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { heardClosed } from './heard-takeovers.js';

const askedAgainAfterDays = 90;

/** The account is the charity’s again, and whoever had it belongs to the alumni. A season later they may be asked once more. */
@Injectable()
export class OnTakeoverClosed implements Consumes<typeof takeoverClosed> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    const { takeoverId, curatorId, opened = true } = data;
    await heardClosed(tx, takeoverId);
    const application = await findByCurator(tx, curatorId, 'FOR UPDATE');
    if (!application) return;
    if (application.state === 'live') await moveApplication(tx, application, 'alumni', { by: 'scheduling' });
    if (!opened) return;
    await this.mail.queue(tx, {
      applicationId: application.applicationId,
      letter: 'comeAgain',
      cause: causeOf('takeover', takeoverId),
      dueInSeconds: askedAgainAfterDays * 86_400,
    });
  }
}
