import {
  type CharityId,
  isRefusal,
  listSurveyAnswers,
  listTakeovers,
  readSurveyWords,
  SurveyId,
  showQuote,
  TakeoverId,
  viewBoard,
  viewSurveyQuestions,
} from '@baton/contracts';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { asPage, Front } from '../front.js';
import { words } from '../sign-in-forms.js';
import { isManager, type StaffCaller, TeamVisit, type Visit } from '../team/team-visit.js';
import {
  answersPath,
  type TeamSurveysView,
  teamSurveysPage,
  type WhichAnswers,
} from './team-surveys-page.js';

/** What curators told the team. */
@Controller('c/:slug/surveys')
export class TeamSurveys {
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
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const visit = await this.team.of(request, slug);
    return teamSurveysPage(await this.viewFor(visit, whichIn(query)));
  }

  /** Not by its address, where a look that costs somebody something would be remembered and repeated. */
  @Post('words')
  @HttpCode(200)
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async read(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
  ): Promise<string> {
    const visit = await this.team.of(request, slug);
    const surveyId = SurveyId.safeParse(words(body, 'surveyId'));
    const key = words(body, 'key');
    const which = readSurveyWords.input.safeParse({
      charityId: visit.charity.charityId,
      surveyId: surveyId.data,
      key,
    });
    if (!which.success) throw new Refused('notFound');
    const said = await this.front.read(readSurveyWords, which.data, visit.caller);
    const read = { surveyId: which.data.surveyId, key, words: said.words };
    return teamSurveysPage({ ...(await this.viewFor(visit, whichIn(body))), read });
  }

  @Post('quotes')
  @PublicPage(true)
  async showQuote(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const { charity, caller } = await this.team.of(request, slug);
    const said = showQuote.input.safeParse({
      ...{ charityId: charity.charityId, surveyId: words(body, 'surveyId'), key: words(body, 'key') },
      shown: words(body, 'shown') === 'yes',
    });
    if (!said.success) throw new Refused('notFound');
    await this.front.read(showQuote, said.data, caller);
    await reply.redirect(answersPath(slug, whichIn(body)), 303);
  }

  /** None about a takeover that nobody was asked about. */
  private async answersOf(
    charityId: CharityId,
    { takeoverId, after }: WhichAnswers,
    caller: StaffCaller,
  ): Promise<Pick<TeamSurveysView, 'answers' | 'next'>> {
    const which = { charityId, ...(takeoverId && { takeoverId }), ...(after && { after }) };
    const result = await this.front.ask(listSurveyAnswers, which, caller);
    if (!isRefusal(result)) return result.value;
    if (takeoverId && result.refusal.code === 'notFound') return { answers: [], next: null };
    throw asPage(result);
  }

  private async viewFor({ charity, caller }: Visit, which: WhichAnswers): Promise<TeamSurveysView> {
    const { charityId, slug, zone } = charity;
    const manages = isManager(caller);
    const [told, { waves }, takeovers, board] = await Promise.all([
      this.answersOf(charityId, which, caller),
      manages ? this.front.read(viewSurveyQuestions, { charityId }, caller) : { waves: [] },
      this.front.glance(listTakeovers, { charityId }, caller),
      this.front.glance(viewBoard, { charityId, perColumn: 100 }, caller),
    ]);
    const known = [...(takeovers?.takeovers ?? []), ...(board?.columns.flatMap(({ cards }) => cards) ?? [])];
    const names = new Map(known.map(({ curatorId, penName }) => [curatorId as string | null, penName]));
    const nameOf = (curatorId: string) => names.get(curatorId) ?? 'Somebody';
    return { slug, zone, ...told, waves, manages, nameOf, which };
  }
}

/** What a form or an address says about which answers are looked at. */
const whichIn = (said: unknown): WhichAnswers => ({
  takeoverId: TakeoverId.safeParse(words(said, 'takeover')).data,
  after: words(said, 'after') || undefined,
});
