import {
  type CharityId,
  isRefusal,
  listSurveyAnswers,
  listTakeovers,
  readSurveyWords,
  SurveyId,
  TakeoverId,
  viewBoard,
  viewSurveyQuestions,
} from '@baton/contracts';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage } from '../../door/request.js';
import { asPage, Front } from '../front.js';
import { words } from '../sign-in-forms.js';
import { isManager, type StaffCaller, TeamVisit, type Visit } from '../team/team-visit.js';
import { type TeamSurveysView, teamSurveysPage } from './team-surveys-page.js';

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
    @Query('takeover') takeover: unknown,
  ): Promise<string> {
    const visit = await this.team.of(request, slug);
    return teamSurveysPage(await this.viewFor(visit, TakeoverId.safeParse(takeover).data));
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
    return teamSurveysPage({ ...(await this.viewFor(visit)), read });
  }

  /** None about a takeover that nobody was asked about. */
  private async answersOf(
    charityId: CharityId,
    takeoverId: TakeoverId | undefined,
    caller: StaffCaller,
  ): Promise<TeamSurveysView['answers']> {
    const which = { charityId, ...(takeoverId && { takeoverId }) };
    const result = await this.front.ask(listSurveyAnswers, which, caller);
    if (!isRefusal(result)) return result.value.answers;
    if (takeoverId && result.refusal.code === 'notFound') return [];
    throw asPage(result);
  }

  private async viewFor({ charity, caller }: Visit, takeoverId?: TakeoverId): Promise<TeamSurveysView> {
    const { charityId, slug, zone } = charity;
    const [answers, { waves }, takeovers, board] = await Promise.all([
      this.answersOf(charityId, takeoverId, caller),
      isManager(caller) ? this.front.read(viewSurveyQuestions, { charityId }, caller) : { waves: [] },
      this.front.glance(listTakeovers, { charityId }, caller),
      this.front.glance(viewBoard, { charityId, perColumn: 100 }, caller),
    ]);
    const known = [...(takeovers?.takeovers ?? []), ...(board?.columns.flatMap(({ cards }) => cards) ?? [])];
    const names = new Map(known.map(({ curatorId, penName }) => [curatorId as string | null, penName]));
    const nameOf = (curatorId: string) => names.get(curatorId) ?? 'Somebody';
    return { slug, zone, answers, waves, nameOf, takeoverId };
  }
}
