import {
  CalendarLinkId,
  endCalendarLink,
  isRefusal,
  listCalendarLinks,
  makeCalendarLink,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../../config.js';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { sendPage } from '../browser.js';
import { type CuratorCaller, curatorCalling } from '../curator-calling.js';
import { Front } from '../front.js';
import { words } from '../sign-in-forms.js';
import { type CalendarLinksView, calendarLinksPage } from './calendar-links-page.js';
import { ReadWeekends } from './read-weekends.js';

const home = '/curator/calendars';

/** Secret links to one's weekends: made, shown and ended. */
@Controller('curator/calendars')
export class CalendarLinkPages {
  constructor(
    private readonly front: Front,
    private readonly weekends: ReadWeekends,
    private readonly whoIsCalling: WhoIsCalling,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: KnownRequest): Promise<string> {
    return calendarLinksPage(await this.viewFor(await curatorCalling(this.whoIsCalling, request)));
  }

  @Post()
  @PublicPage(true)
  async make(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const linkId = CalendarLinkId.safeParse(words(body, 'linkId')).data ?? newId<CalendarLinkId>();
    const result = await this.front.ask(makeCalendarLink, { charityId: caller.charityId, linkId }, caller);
    if (isRefusal(result))
      return sendPage(reply, calendarLinksPage(await this.viewFor(caller), result.refusal.message));
    await reply.redirect(home, 303);
  }

  @Post(':linkId/end')
  @PublicPage(true)
  async end(@Req() request: KnownRequest, @Param('linkId') id: string, @Res() reply: Reply): Promise<void> {
    const linkId = CalendarLinkId.safeParse(id);
    if (!linkId.success) throw new Refused('notFound');
    const caller = await curatorCalling(this.whoIsCalling, request);
    await this.front.read(endCalendarLink, { charityId: caller.charityId, linkId: linkId.data }, caller);
    await reply.redirect(home, 303);
  }

  private async viewFor(caller: CuratorCaller): Promise<CalendarLinksView> {
    const { charityId } = caller;
    const [{ own }, { links }] = await Promise.all([
      this.weekends.clocksOf(caller),
      this.front.read(listCalendarLinks, { charityId }, caller),
    ]);
    const base = `${this.publicOrigin}/calendars/${charityId}`;
    return { links, zone: own, base, linkId: newId<CalendarLinkId>() };
  }
}
