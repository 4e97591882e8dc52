import { decideAccess, type FactOf, makeCalendarLink, type memberRoleChanged } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CalendarLinks } from './calendar-links.js';

/** Whoever could not make a link to the team's calendar in their new role does not go on reading it by an old one. */
@Injectable()
export class OnMemberRoleChanged implements Consumes<typeof memberRoleChanged> {
  constructor(private readonly links: CalendarLinks) {}

  async handle({ data: { memberId, role } }: FactOf<typeof memberRoleChanged>, tx: Tx): Promise<void> {
    const { charityId } = tx;
    const caller = { kind: 'staff', charityId, memberId, role } as const;
    if (decideAccess(makeCalendarLink.access, caller, charityId) !== 'allowed')
      await this.links.endAll(tx, { memberId });
  }
}
