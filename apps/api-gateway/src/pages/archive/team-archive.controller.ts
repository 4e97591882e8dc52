import { reviewArchive, reviewArchiveEntry } from '@baton/contracts';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { Front } from '../front.js';
import { html } from '../html.js';
import { keptPage } from '../kept-page.js';
import { page } from '../layout.js';
import { trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import { TeamVisit, type Visit } from '../team/team-visit.js';
import { typedIn } from '../team/typed-form.js';
import { KeepOut } from './keep-out.js';
import { listOfEntries, type Reviewer, reviewedEntry } from './review-pages.js';

const htmlType = 'text/html; charset=utf-8';

/** What the team keeps out of the public archive, and puts back. */
@Controller('c/:slug/archive-review')
export class TeamArchivePages {
  constructor(
    private readonly front: Front,
    private readonly team: TeamVisit,
    private readonly keepOut: KeepOut,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async list(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Query('after') after: unknown,
  ): Promise<string> {
    const visit = await this.team.of(request, slug);
    const read = reviewArchive.input.safeParse({
      charityId: visit.charity.charityId,
      ...(after !== undefined && { after }),
    });
    if (!read.success) throw new Refused('notFound');
    const found = await this.front.read(reviewArchive, read.data, visit.caller);
    return page(
      'The archive',
      html`<h1>The archive</h1>
<p>These weekends stand on your public page, because their curators want them to. You can take one out, or one post or
picture of it, at any time. <a href="/c/${slug}/archive">See the public page</a></p>
${listOfEntries(found, reviewer(visit))}
${teamPlaces(slug, 'archive-review')}`,
    );
  }

  @Get(':takeoverId')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async entry(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('takeoverId') takeoverId: string,
    @Query('from') from: unknown,
  ): Promise<string> {
    return this.entryFor(await this.team.of(request, slug), { takeoverId, from });
  }

  @Post(':takeoverId/:action')
  @PublicPage(true)
  async act(
    @Req() request: KnownRequest,
    @Param() at: { slug: string; takeoverId: string; action: string },
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const { slug, takeoverId, action } = at;
    const visit = await this.team.orWhyNot(request, slug);
    const typed = typedIn(body, ['postId', 'mediaId', 'reason']);
    const path = `/c/${slug}/archive-review/${takeoverId}`;
    if (visit instanceof Refused) return sendPage(reply, keptPage(`${path}/${action}`, typed, visit));
    const { charityId } = visit.charity;
    const problem = await this.keepOut.act({ charityId, takeoverId, action, body }, visit.caller);
    if (problem) return sendPage(reply, await this.entryFor(visit, { takeoverId, from: 0 }, problem));
    await reply.redirect(typed['postId'] ? `${path}#p-${typed['postId']}` : path, 303);
  }

  private async entryFor(
    visit: Visit,
    asked: { readonly takeoverId: string; readonly from: unknown },
    problem?: string,
  ): Promise<string> {
    const { charityId, slug } = visit.charity;
    const { takeoverId, from } = asked;
    const read = reviewArchiveEntry.input.safeParse({ charityId, takeoverId, from: from ?? 0 });
    if (!read.success) throw new Refused('notFound');
    const found = await this.front.read(reviewArchiveEntry, read.data, visit.caller);
    return page(
      'A weekend in the archive',
      html`${trouble(problem)}${reviewedEntry(found, reviewer(visit))}
<p><a href="/c/${slug}/archive-review">All weekends in the archive</a></p>
${teamPlaces(slug)}`,
    );
  }
}

const reviewer = ({ charity: { slug, zone } }: Visit): Reviewer => ({
  isTeam: true,
  path: `/c/${slug}/archive-review`,
  slug,
  zone,
});
