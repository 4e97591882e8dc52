import type { FactOf, takeoverScheduled } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { heardScheduled } from './heard-takeovers.js';

/** A slot was booked: the curator is mailed when, and who they are is kept for so long after it. An alumnus is ready again. */
@Injectable()
export class OnTakeoverScheduled implements Consumes<typeof takeoverScheduled> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof takeoverScheduled>, tx: Tx): Promise<void> {
    await heardScheduled(tx, data);
    const application = await findByCurator(tx, data.curatorId, 'FOR UPDATE');
    if (!application) return;
    await tx.query(
      `UPDATE application SET last_part_at = greatest(last_part_at, $3)
        WHERE charity_id = $1 AND application_id = $2`,
      [tx.charityId, application.applicationId, data.closesAt],
    );
    const fields = { opensAt: data.opensAt, closesAt: data.closesAt };
    if (application.state === 'alumni') await moveApplication(tx, application, 'ready', { by: 'scheduling' });
    await this.mail.queue(tx, {
      applicationId: application.applicationId,
      letter: 'takeoverBooked',
      cause: causeOf('takeover', data.takeoverId),
      fields,
    });
  }
}
