import { endRota, isRefusal } from '@baton/contracts';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { Front } from '../front.js';
import { html } from '../html.js';
import { keptPage } from '../kept-page.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import { TeamVisit } from '../team/team-visit.js';
import { typedIn } from '../team/typed-form.js';
import { askedInWords, askOfBooked, type Concerned, concernedIn } from './booked-concerned.js';
import { rotaPath } from './rota-page.js';

/** Ending a rule: its free weekends ahead go, and what is booked is asked about first. */
@Controller('c/:slug/rota/rule/end')
export class EndRulePages {
  constructor(
    private readonly front: Front,
    private readonly team: TeamVisit,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async ask(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Query('rota') rotaId: unknown,
  ): Promise<string> {
    await this.team.of(request, slug);
    return endRulePage({ slug, rotaId: String(rotaId ?? ''), chosen: '' });
  }

  @Post()
  @PublicPage(true)
  async end(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const { rotaId = '', booked = '' } = typedIn(body, ['rotaId', 'booked']);
    const visit = await this.team.orWhyNot(request, slug);
    const path = `${rotaPath(slug)}/rule/end`;
    if (visit instanceof Refused) return sendPage(reply, keptPage(path, { rotaId, booked }, visit));
    const wish = { charityId: visit.charity.charityId, rotaId, ...(booked && { booked }) };
    const read = endRota.input.safeParse(wish);
    if (!read.success) throw new Refused('notFound');
    const result = await this.front.ask(endRota, read.data, visit.caller);
    if (!isRefusal(result)) return void (await reply.redirect(rotaPath(slug), 303));
    const concerned = concernedIn(result);
    const problem = concerned ? askedInWords(result) : result.refusal.message;
    await sendPage(reply, endRulePage({ slug, rotaId, chosen: booked, problem, concerned }));
  }
}

interface Ending {
  readonly slug: string;
  readonly rotaId: string;
  readonly chosen: string;
  readonly problem?: string;
  readonly concerned?: readonly Concerned[] | undefined;
}

const endRulePage = ({ slug, rotaId, chosen, problem, concerned }: Ending): string =>
  page(
    'End a rule',
    html`<h1>End this rule?</h1>
<p>Its free weekends ahead go, and no new ones are added. If some are booked, you are asked about them first.</p>
${concerned ? null : trouble(problem)}
<form method="post" action="${rotaPath(slug)}/rule/end">${hidden('rotaId', rotaId)}
${concerned ? askOfBooked(concerned, { chosen, canMove: false, problem }) : null}
<button type="submit">Yes, end it</button></form>
<p><a href="${rotaPath(slug)}">No, keep it</a></p>
${teamPlaces(slug)}`,
  );
