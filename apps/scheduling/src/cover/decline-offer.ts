import { accept, type declineOffer, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { lockSlot } from '../slots/lock-slot.js';
import { moveOn } from './move-on.js';
import { findOffer } from './offers.js';
import { shownOffer } from './shown-offer.js';

type Answer = ResultOf<typeof declineOffer>;

/** Nobody is asked why, and nobody who said no is asked for the same slot again. What is over already stays what it was. */
@Injectable()
export class DeclineOffer implements Handles<typeof declineOffer> {
  constructor(private readonly database: Database) {}

  handle({ charityId, offerId }: InputOf<typeof declineOffer>, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(charityId, async (tx) => {
      const seen = await findOffer(tx, offerId);
      if (!seen) return refuse('notFound');
      if (seen.curatorId !== curatorOf(caller)) return refuse('notYours');
      const slot = await lockSlot(tx, seen.slotId);
      const offer = await findOffer(tx, offerId);
      if (!offer) return refuse('notFound');
      if (offer.state === 'accepted') return refuse('accepted');
      if (slot && offer.state === 'open') await moveOn(tx, offer, slot, 'declined');
      return accept(shownOffer((await findOffer(tx, offerId)) ?? offer));
    });
  }
}
