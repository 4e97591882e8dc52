import {
  CalendarLinkId,
  type Caller,
  type CharityId,
  endCalendarLink,
  isRefusal,
  listCalendarLinks,
  makeCalendarLink,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../../config.js';
import { Refused } from '../../door/refused.js';
import { Front } from '../front.js';
import { words } from '../sign-in-forms.js';
import type { CalendarLinksView } from './calendar-links-page.js';

interface Holder {
  readonly charityId: CharityId;
  readonly caller: Caller;
}

/** Secret links to calendars: a curator's, or somebody's of the team. */
@Injectable()
export class KeepCalendarLinks {
  constructor(
    private readonly front: Front,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  async viewFor({ charityId, caller }: Holder, zone: string): Promise<CalendarLinksView> {
    const { links } = await this.front.read(listCalendarLinks, { charityId }, caller);
    const base = `${this.publicOrigin}/calendars/${charityId}`;
    return { links, zone, base, linkId: newId<CalendarLinkId>() };
  }

  /** What was wrong, or undefined where it is made. */
  async make({ charityId, caller }: Holder, body: unknown): Promise<string | undefined> {
    const linkId = CalendarLinkId.safeParse(words(body, 'linkId')).data ?? newId<CalendarLinkId>();
    const result = await this.front.ask(makeCalendarLink, { charityId, linkId }, caller);
    return isRefusal(result) ? result.refusal.message : undefined;
  }

  async end({ charityId, caller }: Holder, linkId: CalendarLinkId): Promise<void> {
    await this.front.read(endCalendarLink, { charityId, linkId }, caller);
  }
}

export function linkIdIn(path: string): CalendarLinkId {
  const linkId = CalendarLinkId.safeParse(path);
  if (!linkId.success) throw new Refused('notFound');
  return linkId.data;
}
