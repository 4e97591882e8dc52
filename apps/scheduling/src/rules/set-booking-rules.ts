import {
  accept,
  type InputOf,
  type ResultOf,
  schedulingAudited,
  type setBookingRules,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { bookingRulesOf, setRules } from './booking-rules.js';

@Injectable()
export class SetBookingRules implements Handles<typeof setBookingRules> {
  constructor(private readonly database: Database) {}

  handle(
    input: InputOf<typeof setBookingRules>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setBookingRules>> {
    return this.database.inCharity(input.charityId, async (tx) => {
      await setRules(tx, input);
      const { charityId: _, ...details } = input;
      const note = {
        by: caller,
        action: 'booking-rules.set',
        about: null,
        details,
        at: await databaseNow(tx),
      } as const;
      await appendFacts(tx, newAuditFact(schedulingAudited, note));
      return accept(await bookingRulesOf(tx));
    });
  }
}
