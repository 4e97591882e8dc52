import type { OfferId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { HandlesTimer } from '../timers/timer-handlers.js';
import { moveOnFrom } from './move-on.js';
import { findOffer } from './offers.js';

/** Nobody said anything in time: whoever is next is asked. */
@Injectable()
export class OfferTimer implements HandlesTimer {
  async due(tx: Tx, subjectId: string): Promise<void> {
    const offer = await findOffer(tx, subjectId as OfferId);
    if (offer?.state === 'open') await moveOnFrom(tx, offer, 'expired');
  }
}
