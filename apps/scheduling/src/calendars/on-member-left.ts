import type { FactOf, memberLeft } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CalendarLinks } from './calendar-links.js';

/** Whoever is on the team no more does not go on reading its calendar. */
@Injectable()
export class OnMemberLeft implements Consumes<typeof memberLeft> {
  constructor(private readonly links: CalendarLinks) {}

  handle({ data }: FactOf<typeof memberLeft>, tx: Tx): Promise<void> {
    return this.links.endAll(tx, { memberId: data.memberId });
  }
}
