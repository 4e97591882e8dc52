import type { FactOf, offerClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';

/** Nobody is mailed an offer that is over. */
@Injectable()
export class OnOfferClosed implements Consumes<typeof offerClosed> {
  constructor(private readonly mail: QueueMail) {}

  handle({ data }: FactOf<typeof offerClosed>, tx: Tx): Promise<void> {
    return this.mail.dropBecauseOf(tx, causeOf('offer', data.offerId));
  }
}
