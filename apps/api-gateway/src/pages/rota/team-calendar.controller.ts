import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { html } from '../html.js';
import { keptPage } from '../kept-page.js';
import { words } from '../sign-in-forms.js';
import { teamPlaces } from '../team/team-places.js';
import { TeamVisit, type Visit } from '../team/team-visit.js';
import { calendarLinksPage, type WhoseCalendar } from '../weekends/calendar-links-page.js';
import { KeepCalendarLinks, linkIdIn } from '../weekends/keep-calendar-links.js';
import { rotaPath } from './rota-page.js';

const pathOf = (slug: string): string => `${rotaPath(slug)}/calendar`;
const theTeams = (slug: string): WhoseCalendar => ({
  path: pathOf(slug),
  heading: 'Put the rota into my calendar',
  what: 'A secret link shows every weekend in your own calendar, with the pen name, and keeps it right when something moves.',
  careful:
    'Whoever has the link sees all of that, so keep it to yourself. It ends by itself when you leave the team.',
  places: html`<p><a href="${rotaPath(slug)}">Back to the rota</a></p>${teamPlaces(slug)}`,
});
const holderOf = ({ charity: { charityId }, caller }: Visit) => ({ charityId, caller });

/** Secret links to the rota of the whole charity, for one of the team: made, shown and ended. */
@Controller('c/:slug/rota/calendar')
export class TeamCalendarPages {
  constructor(
    private readonly links: KeepCalendarLinks,
    private readonly team: TeamVisit,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: KnownRequest, @Param('slug') slug: string): Promise<string> {
    return this.pageFor(await this.team.of(request, slug));
  }

  @Post()
  @PublicPage(true)
  async make(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused)
      return sendPage(reply, keptPage(pathOf(slug), { linkId: words(body, 'linkId') }, visit));
    const problem = await this.links.make(holderOf(visit), body);
    if (problem) return sendPage(reply, await this.pageFor(visit, problem));
    await reply.redirect(pathOf(slug), 303);
  }

  @Post(':linkId/end')
  @PublicPage(true)
  async end(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('linkId') id: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const linkId = linkIdIn(id);
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused)
      return sendPage(reply, keptPage(`${pathOf(slug)}/${linkId}/end`, {}, visit));
    await this.links.end(holderOf(visit), linkId);
    await reply.redirect(pathOf(slug), 303);
  }

  private async pageFor(visit: Visit, problem?: string): Promise<string> {
    const { slug, zone } = visit.charity;
    return calendarLinksPage(await this.links.viewFor(holderOf(visit), zone), theTeams(slug), problem);
  }
}
