import { accept, type InputOf, type listMyOffers, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { offersOf } from './offers.js';
import { shownOffer } from './shown-offer.js';

@Injectable()
export class ListMyOffers implements Handles<typeof listMyOffers> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId }: InputOf<typeof listMyOffers>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listMyOffers>> {
    return this.database.inCharity(charityId, async (tx) => {
      const offers = await offersOf(tx, curatorOf(caller));
      return accept({ offers: offers.map(shownOffer) });
    });
  }
}
