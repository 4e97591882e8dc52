import type { FactOf, takeoverMoved } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { heardMoved } from './heard-takeovers.js';

/** The curator is told when their weekend is now. Whoever was handed the account a moment ago, or has it for longer, knows already. */
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
    if (because === 'openedNow' || because === 'extended') return;
    // An older letter would tell the older time.
    await this.mail.drop(tx, applicationId, ['takeoverBooked'], causeOf('takeover', takeoverId));
    await this.mail.queue(tx, {
      applicationId,
      letter: 'takeoverMoved',
      cause: causeOf('takeover', takeoverId, revision),
      fields: { opensAt, closesAt },
    });
  }
}
