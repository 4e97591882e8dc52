import type { FactOf, takeoverMoved } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { heardMoved } from './heard-takeovers.js';

/** The curator is told when their weekend is now. */
@Injectable()
export class OnTakeoverMoved implements Consumes<typeof takeoverMoved> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data, revision }: FactOf<typeof takeoverMoved>, tx: Tx): Promise<void> {
    const { takeoverId, curatorId, opensAt, closesAt, because } = data;
    await heardMoved(tx, data);
    const application = await findByCurator(tx, curatorId, 'FOR UPDATE');
    if (!application) return;
    const { applicationId } = application;
    await tx.query(
      `UPDATE application SET last_part_at = greatest(last_part_at, $3)
        WHERE charity_id = $1 AND application_id = $2`,
      [tx.charityId, applicationId, closesAt],
    );
    // That it is theirs now, and until when, the reminder of the opening tells. An older letter goes no more by itself.
    if (because === 'openedNow') return;
    await this.mail.queue(tx, {
      applicationId,
      letter: 'takeoverMoved',
      cause: causeOf('takeover', takeoverId, revision),
      fields: { opensAt, closesAt },
    });
  }
}
