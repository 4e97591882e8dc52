import {
  accept,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
  type stopCover,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { lockSlot } from '../slots/lock-slot.js';
import { endSearch } from './ask-next.js';
import { closeOffer } from './close-offer.js';
import { openOfferOf } from './offers.js';

/** Whoever is being asked is asked no more, and nobody after them: the slot is free, or the charity’s. */
@Injectable()
export class StopCover implements Handles<typeof stopCover> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, slotId }: InputOf<typeof stopCover>,
    { caller: by }: CallContext,
  ): Promise<ResultOf<typeof stopCover>> {
    return this.database.inCharity(charityId, async (tx) => {
      const slot = await lockSlot(tx, slotId);
      if (!slot) return refuse('notFound');
      const offer = await openOfferOf(tx, slotId);
      if (!offer) return accept({ slotId, stopped: false });
      await closeOffer(tx, offer, 'withdrawn');
      await endSearch(tx, offer.coverId, 'stopped');
      const note = { by, action: 'cover.stopped', about: slotId, at: slot.now } as const;
      await appendFacts(tx, newAuditFact(schedulingAudited, note));
      return accept({ slotId, stopped: true });
    });
  }
}
