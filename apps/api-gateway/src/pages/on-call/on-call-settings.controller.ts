import { isRefusal, setOnCallSettings, viewOnCallSettings } from '@baton/contracts';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { keptBecause } from '../curator-calling.js';
import { Front } from '../front.js';
import { html } from '../html.js';
import { page } from '../layout.js';
import { trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import { TeamVisit } from '../team/team-visit.js';
import { numberOr, typedIn, whatIsWrong } from '../team/typed-form.js';

const field = 'escalatesAfterMinutes';
const label = 'Minutes before everybody is called';

/** What the charity has settled about calling its team. */
@Controller('c/:slug/on-call/settings')
export class OnCallSettingsPages {
  constructor(
    private readonly front: Front,
    private readonly team: TeamVisit,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Query('kept') kept: unknown,
  ): Promise<string> {
    const { charity, caller } = await this.team.of(request, slug);
    const settings = await this.front.read(viewOnCallSettings, { charityId: charity.charityId }, caller);
    return settingsPage(slug, String(settings[field]), { isKept: kept === 'yes' });
  }

  @Post()
  @PublicPage(true)
  async keep(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const typed = typedIn(body, [field])[field] ?? '';
    const again = (problem: string) => sendPage(reply, settingsPage(slug, typed, { problem }));
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused) return again(keptBecause(visit));
    const wish = { charityId: visit.charity.charityId, [field]: numberOr(typed) ?? '' };
    const read = setOnCallSettings.input.safeParse(wish);
    if (!read.success) return again(whatIsWrong(read.error, { [field]: label }));
    const result = await this.front.ask(setOnCallSettings, read.data, visit.caller);
    if (isRefusal(result)) return again(result.refusal.message);
    await reply.redirect(`/c/${slug}/on-call/settings?kept=yes`, 303);
  }
}

const settingsPage = (
  slug: string,
  typed: string,
  { problem, isKept = false }: { problem?: string; isKept?: boolean },
): string =>
  page(
    'How the team is called',
    html`<h1>How the team is called</h1>
${isKept ? html`<div class="panel" role="status"><p>It is kept. It counts for calls from now on.</p></div>` : null}
${trouble(problem)}
<p>Whoever is on call is called first. If nobody says “I see to it” in time, everybody of the team is called.</p>
<form method="post" action="/c/${slug}/on-call/settings">
<label for="${field}">${label}</label>
<p class="soft" id="minutes-hint">From 5 to 60.</p>
<input id="${field}" name="${field}" inputmode="numeric" value="${typed}" required autocomplete="off" aria-describedby="minutes-hint">
<button type="submit">Keep it like this</button></form>
<p class="soft">Where a life may be in danger, everybody is called at once.</p>
<p><a href="/c/${slug}/on-call">Back to who is on call</a></p>
${teamPlaces(slug)}`,
  );
