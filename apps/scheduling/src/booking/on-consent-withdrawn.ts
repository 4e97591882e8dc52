import type { consentWithdrawn, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { endBookings } from './end-bookings.js';

/** Only the consent to post is about takeovers. */
@Injectable()
export class OnConsentWithdrawn implements Consumes<typeof consentWithdrawn> {
  async handle({ data, time }: FactOf<typeof consentWithdrawn>, tx: Tx): Promise<void> {
    if (data.channel === 'posting') await endBookings(tx, data.curatorId, time);
  }
}
