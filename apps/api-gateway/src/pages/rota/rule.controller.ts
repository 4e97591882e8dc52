import {
  defineRota,
  isRefusal,
  listRotas,
  type OutputOf,
  previewRota,
  type RequestOf,
  type RotaId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { asPage, Front } from '../front.js';
import { keptPage } from '../kept-page.js';
import { words } from '../sign-in-forms.js';
import { TeamVisit, type Visit } from '../team/team-visit.js';
import { type TypedFields, typedIn, whatIsWrong } from '../team/typed-form.js';
import { dateOn } from '../weekends/clocks.js';
import { askedInWords, concernedIn } from './booked-concerned.js';
import { rotaPath } from './rota-page.js';
import { previewPage, ruleFields, ruleIn, rulePage, typedOf, usualRule } from './rule-pages.js';
import { whatWouldWork } from './what-would-work.js';

const htmlType = 'text/html; charset=utf-8';
const fieldNames = {
  startsOn: 'From which day on',
  opensAtTime: 'It opens at',
  closesAtTime: 'It closes at',
  closesAfterDays: 'Days later',
  recurrence: 'The rule',
  zone: 'Time zone',
};

/** A rule is typed, then looked at, then done: three pages, and nothing changes before the last. */
@Controller('c/:slug/rota/rule')
export class RulePages {
  constructor(
    private readonly front: Front,
    private readonly team: TeamVisit,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async form(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Query('rota') wanted: unknown,
  ): Promise<string> {
    const { charity, caller } = await this.team.of(request, slug);
    const { rotas } = await this.front.read(listRotas, { charityId: charity.charityId }, caller);
    const rota = rotas.find(({ rotaId }) => rotaId === wanted);
    if (rota) return rulePage(slug, typedOf(rota.rotaId, rota.rule));
    return rulePage(slug, usualRule(newId<RotaId>(), dateOn(new Date().toISOString(), charity.zone)));
  }

  @Post('preview')
  @HttpCode(200)
  @PublicPage(true)
  async preview(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const typed = typedIn(body, ruleFields);
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused)
      return sendPage(reply, keptPage(`${rotaPath(slug)}/rule/preview`, typed, visit));
    const found = await this.look(visit, typed);
    if (typeof found === 'string') return sendPage(reply, rulePage(slug, typed, found));
    await reply.type(htmlType).send(previewPage({ slug, typed, preview: found }));
  }

  @Post()
  @PublicPage(true)
  async define(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const typed = typedIn(body, ruleFields);
    const booked = words(body, 'booked');
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused)
      return sendPage(reply, keptPage(`${rotaPath(slug)}/rule`, { ...typed, booked }, visit));
    const { charityId } = visit.charity;
    const wish = { ...ruleIn(typed), charityId, ...(booked && { booked }) };
    const read = defineRota.input.safeParse(wish);
    if (!read.success) return sendPage(reply, rulePage(slug, typed, whatIsWrong(read.error, fieldNames)));
    const result = await this.front.ask(defineRota, read.data, visit.caller);
    if (!isRefusal(result)) return void (await reply.redirect(rotaPath(slug), 303));
    const concerned = concernedIn(result);
    if (!concerned) return sendPage(reply, rulePage(slug, typed, whatWouldWork(result)));
    const problem = askedInWords(result);
    const preview = await this.look(visit, typed);
    if (typeof preview === 'string') return sendPage(reply, rulePage(slug, typed, preview));
    await sendPage(
      reply,
      previewPage({ slug, typed, preview, asked: { concerned, chosen: booked, problem } }),
    );
  }

  /** What it would change, or the words for what is wrong with it. */
  private async look(
    { charity, caller }: Visit,
    typed: TypedFields,
  ): Promise<OutputOf<typeof previewRota> | string> {
    const read = previewRota.input.safeParse({ ...ruleIn(typed), charityId: charity.charityId });
    if (!read.success) return whatIsWrong(read.error, fieldNames);
    const asked: RequestOf<typeof previewRota> = read.data;
    const result = await this.front.ask(previewRota, asked, caller);
    if (!isRefusal(result)) return result.value;
    if (['forbidden', 'unavailable'].includes(result.refusal.code)) throw asPage(result);
    return whatWouldWork(result);
  }
}
