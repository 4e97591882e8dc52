import {
  finishSurvey,
  listSurveys,
  SurveyId,
  saveSurveyAnswer,
  setMayQuote,
  viewSurvey,
} from '@baton/contracts';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CharityDirectory } from '../../charities/charity-directory.js';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { sendPage } from '../browser.js';
import { type CuratorCaller, curatorCalling, curatorOrWhyNot } from '../curator-calling.js';
import { Front } from '../front.js';
import { keptPage } from '../kept-page.js';
import { words } from '../sign-in-forms.js';
import { ownSurveysPage } from './own-surveys-page.js';
import { openedOf, savedOf } from './saved-of.js';
import { type AtSurvey, ShowSurvey } from './show-survey.js';
import type { SurveyWay } from './survey-visit.js';

/** A curator's surveys, signed in. */
@Controller('curator/surveys')
export class OwnSurveys {
  constructor(
    private readonly front: Front,
    private readonly charities: CharityDirectory,
    private readonly whoIsCalling: WhoIsCalling,
    private readonly surveys: ShowSurvey,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async list(@Req() request: KnownRequest): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const { charityId } = caller;
    const [asked, charity] = await Promise.all([
      this.front.read(listSurveys, { charityId }, caller),
      this.charities.byId(charityId),
    ]);
    return ownSurveysPage(asked, charity?.zone ?? 'UTC');
  }

  @Get(':surveyId')
  @PublicPage(true)
  async show(
    @Req() request: KnownRequest,
    @Param('surveyId') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() reply: Reply,
  ): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    return this.surveys.show(reply, await this.visitOf(caller, id), query);
  }

  @Post(':surveyId')
  @PublicPage(true)
  async take(
    @Req() request: KnownRequest,
    @Param('surveyId') id: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptPage(`/curator/surveys/${surveyIdIn(id)}`, fieldsOf(body), caller));
    return this.surveys.take(reply, await this.visitOf(caller, id), body);
  }

  @Post(':surveyId/quoting')
  @PublicPage(true)
  async quoting(
    @Req() request: KnownRequest,
    @Param('surveyId') id: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const said = setMayQuote.input.safeParse({
      ...{ charityId: caller.charityId, surveyId: id, key: words(body, 'key') },
      mayQuote: words(body, 'mayQuote') === 'yes',
    });
    if (!said.success) throw new Refused('notFound');
    await this.front.read(setMayQuote, said.data, caller);
    await reply.redirect('/curator/surveys', 303);
  }

  private async visitOf(caller: CuratorCaller, id: string): Promise<AtSurvey> {
    const charity = await this.charities.byId(caller.charityId);
    if (!charity) throw new Refused('notFound');
    return { charity, way: this.wayOf(caller, surveyIdIn(id)) };
  }

  private wayOf(caller: CuratorCaller, surveyId: SurveyId): SurveyWay {
    const key = { charityId: caller.charityId, surveyId };
    return {
      action: `/curator/surveys/${surveyId}`,
      carried: {},
      view: async (language) => openedOf(await this.front.ask(viewSurvey, { ...key, language }, caller)),
      save: async (answer) => savedOf(await this.front.ask(saveSurveyAnswer, { ...key, ...answer }, caller)),
      finish: async () => savedOf(await this.front.ask(finishSurvey, key, caller)),
    };
  }
}

function surveyIdIn(path: string): SurveyId {
  const surveyId = SurveyId.safeParse(path);
  if (!surveyId.success) throw new Refused('notFound');
  return surveyId.data;
}

/** Everything a form held, to be sent again. */
const fieldsOf = (body: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typeof body === 'object' && body !== null ? body : {}).filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    ),
  );
