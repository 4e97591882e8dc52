import type { curatorPaused, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { endBookings } from './end-bookings.js';

/** Somebody said “not now”: what they had booked is free, and they may not book until they are ready again. */
@Injectable()
export class OnCuratorPaused implements Consumes<typeof curatorPaused> {
  async handle({ data, time }: FactOf<typeof curatorPaused>, tx: Tx): Promise<void> {
    await endBookings(tx, data.curatorId, time);
  }
}
