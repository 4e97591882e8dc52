import { accept, type InputOf, type listHiatuses, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { spansAhead, type View } from '../rota/situation.js';
import { isBooked, slotsAheadOf, takenBy } from '../rota/slots-ahead.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { hiatusAt } from './hiatus-spans.js';
import { type Hiatus, hiatusesOf } from './hiatuses.js';

@Injectable()
export class ListHiatuses implements Handles<typeof listHiatuses> {
  constructor(
    private readonly database: Database,
    private readonly rules: ZoneRules,
  ) {}

  handle(
    { charityId }: InputOf<typeof listHiatuses>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listHiatuses>> {
    return this.database.inCharity(charityId, async (tx) => {
      const hiatuses = await hiatusesOf(tx);
      if (caller.kind !== 'staff' || hiatuses.length === 0) return accept({ hiatuses });
      const view = { now: await databaseNow(tx), rules: this.rules };
      return accept({ hiatuses: await withBooked(tx, hiatuses, view) });
    });
  }
}

async function withBooked(tx: Tx, hiatuses: readonly Hiatus[], view: View): Promise<Hiatus[]> {
  const slots = await slotsAheadOf(tx, view.now);
  const booked = slots.filter(isBooked).map(takenBy);
  const spans = await spansAhead(tx, view, slots.at(-1)?.closesAt);
  return hiatuses.map((hiatus) => {
    const own = spans.filter(({ hiatusId }) => hiatusId === hiatus.hiatusId);
    return { ...hiatus, booked: booked.filter((slot) => hiatusAt(slot, own)).length };
  });
}
