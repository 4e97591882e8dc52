import type { charityRegistered, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** Remembers the zone: an analyst's week begins on the charity's own Monday. */
@Injectable()
export class OnCharityRegistered implements Consumes<typeof charityRegistered> {
  async handle(fact: FactOf<typeof charityRegistered>, tx: Tx): Promise<void> {
    await tx.query(
      'INSERT INTO charity (charity_id, zone) VALUES ($1, $2) ON CONFLICT (charity_id) DO NOTHING',
      [tx.charityId, fact.data.zone],
    );
  }
}
