import type { FactOf, slotOffered } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';

/** Mailed at once: an offer may last a quarter of an hour. */
@Injectable()
export class OnSlotOffered implements Consumes<typeof slotOffered> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof slotOffered>, tx: Tx): Promise<void> {
    const { offerId, curatorId, because, opensAt, closesAt, expiresAt } = data;
    const application = await findByCurator(tx, curatorId, 'FOR UPDATE');
    if (!application) return;
    await this.mail.queue(tx, {
      applicationId: application.applicationId,
      letter: because === 'cover' ? 'coverAsked' : 'slotFreed',
      cause: causeOf('offer', offerId),
      fields: { opensAt, closesAt, expiresAt },
    });
  }
}
