import {
  accept,
  type endCalendarLink,
  type InputOf,
  type listCalendarLinks,
  type makeCalendarLink,
  mostCalendarLinks,
  type ResultOf,
  type readCalendar,
  type readPublicCalendar,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CalendarLinks, holderOf } from './calendar-links.js';
import { curatorsCalendar, publicCalendar, teamCalendar } from './tell-calendars.js';

@Injectable()
export class MakeCalendarLink implements Handles<typeof makeCalendarLink> {
  constructor(
    private readonly database: Database,
    private readonly links: CalendarLinks,
  ) {}

  async handle(
    { charityId, linkId }: InputOf<typeof makeCalendarLink>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof makeCalendarLink>> {
    const holder = holderOf(caller);
    if (!holder) return refuse('forbidden');
    return this.database.inCharity(charityId, async (tx) => {
      const made = await this.links.make(tx, linkId, holder, mostCalendarLinks);
      if (made === 'enough') return refuse('enoughLinks');
      if (made !== 'another') return accept(made);
      const problem = 'is the id of another link, or of one that was ended: please make a new one';
      return refuse('badInput', { details: [{ field: 'linkId', problem }] });
    });
  }
}

@Injectable()
export class ListCalendarLinks implements Handles<typeof listCalendarLinks> {
  constructor(
    private readonly database: Database,
    private readonly links: CalendarLinks,
  ) {}

  async handle(
    { charityId }: InputOf<typeof listCalendarLinks>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listCalendarLinks>> {
    const holder = holderOf(caller);
    if (!holder) return refuse('forbidden');
    return accept({ links: await this.database.inCharity(charityId, (tx) => this.links.list(tx, holder)) });
  }
}

@Injectable()
export class EndCalendarLink implements Handles<typeof endCalendarLink> {
  constructor(
    private readonly database: Database,
    private readonly links: CalendarLinks,
  ) {}

  async handle(
    { charityId, linkId }: InputOf<typeof endCalendarLink>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof endCalendarLink>> {
    const holder = holderOf(caller);
    if (!holder) return refuse('forbidden');
    await this.database.inCharity(charityId, (tx) => this.links.end(tx, linkId, holder));
    return accept({ linkId });
  }
}

@Injectable()
export class ReadCalendar implements Handles<typeof readCalendar> {
  constructor(
    private readonly database: Database,
    private readonly links: CalendarLinks,
  ) {}

  handle({ charityId, token }: InputOf<typeof readCalendar>): Promise<ResultOf<typeof readCalendar>> {
    return this.database.inCharity(charityId, async (tx) => {
      const link = await this.links.open(tx, token);
      if (!link) return refuse('linkOver');
      const { curatorId } = link;
      return accept({ iCalendar: await (curatorId ? curatorsCalendar(tx, curatorId) : teamCalendar(tx)) });
    });
  }
}

@Injectable()
export class ReadPublicCalendar implements Handles<typeof readPublicCalendar> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof readPublicCalendar>) {
    return accept({ iCalendar: await this.database.inCharity(charityId, publicCalendar) });
  }
}
