import { accept, type InputOf, type ResultOf, type viewBookingRules } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { bookingRulesOf } from './booking-rules.js';

@Injectable()
export class ViewBookingRules implements Handles<typeof viewBookingRules> {
  constructor(private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof viewBookingRules>): Promise<ResultOf<typeof viewBookingRules>> {
    return this.database.inCharity(charityId, async (tx) => accept(await bookingRulesOf(tx)));
  }
}
