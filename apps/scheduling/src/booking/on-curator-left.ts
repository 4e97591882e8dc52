import type { curatorLeft, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CalendarLinks } from '../calendars/calendar-links.js';
import { forgetWordsOf } from './cancellations.js';
import { endBookings } from './end-bookings.js';

/** Takeovers that were stay in the history of the charity, without the name somebody chose for them. */
@Injectable()
export class OnCuratorLeft implements Consumes<typeof curatorLeft> {
  constructor(
    private readonly calendars: CalendarLinks,
    private readonly vault: Vault,
  ) {}

  async handle({ data, time }: FactOf<typeof curatorLeft>, tx: Tx): Promise<void> {
    await endBookings(tx, data.curatorId, time);
    await forgetWordsOf(tx, this.vault, data.curatorId);
    await tx.query(
      `UPDATE curator SET pen_name = 'Someone who has left', identity_level = 'anonymous'
        WHERE charity_id = $1 AND curator_id = $2`,
      [tx.charityId, data.curatorId],
    );
    await this.calendars.endAll(tx, data);
    await tx.query('DELETE FROM reminder_wish WHERE charity_id = $1 AND curator_id = $2', [
      tx.charityId,
      data.curatorId,
    ]);
  }
}
