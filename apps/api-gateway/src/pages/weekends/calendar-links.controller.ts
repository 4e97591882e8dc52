import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { sendPage } from '../browser.js';
import { type CuratorCaller, curatorCalling, curatorOrWhyNot } from '../curator-calling.js';
import { curatorPlaces } from '../curator-places.js';
import { keptPage } from '../kept-page.js';
import { words } from '../sign-in-forms.js';
import { calendarLinksPage, type WhoseCalendar } from './calendar-links-page.js';
import { KeepCalendarLinks, linkIdIn } from './keep-calendar-links.js';
import { ReadWeekends } from './read-weekends.js';

const home = '/curator/calendars';
const mine: WhoseCalendar = {
  path: home,
  heading: 'Put it into my calendar',
  what: 'A secret link shows your weekends in your own calendar, and keeps them right when something moves.',
  careful: 'Whoever has the link sees when your weekends are. It does not say what the charity is.',
  places: curatorPlaces(),
};

/** Secret links to one's weekends: made, shown and ended. */
@Controller('curator/calendars')
export class CalendarLinkPages {
  constructor(
    private readonly links: KeepCalendarLinks,
    private readonly weekends: ReadWeekends,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: KnownRequest): Promise<string> {
    return this.pageFor(await curatorCalling(this.whoIsCalling, request));
  }

  @Post()
  @PublicPage(true)
  async make(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptPage(home, { linkId: words(body, 'linkId') }, caller));
    const problem = await this.links.make({ charityId: caller.charityId, caller }, body);
    if (problem) return sendPage(reply, await this.pageFor(caller, problem));
    await reply.redirect(home, 303);
  }

  @Post(':linkId/end')
  @PublicPage(true)
  async end(@Req() request: KnownRequest, @Param('linkId') id: string, @Res() reply: Reply): Promise<void> {
    const linkId = linkIdIn(id);
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused) return sendPage(reply, keptPage(`${home}/${linkId}/end`, {}, caller));
    await this.links.end({ charityId: caller.charityId, caller }, linkId);
    await reply.redirect(home, 303);
  }

  private async pageFor(caller: CuratorCaller, problem?: string): Promise<string> {
    const { own } = await this.weekends.clocksOf(caller);
    const view = await this.links.viewFor({ charityId: caller.charityId, caller }, own);
    return calendarLinksPage(view, mine, problem);
  }
}
