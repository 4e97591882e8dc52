import { finishSurveyByLink, LinkToken, saveSurveyAnswerByLink, viewSurveyByLink } from '@baton/contracts';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Charity, CharityDirectory } from '../../charities/charity-directory.js';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply, SaysTooOften } from '../../door/request.js';
import { Front } from '../front.js';
import { words } from '../sign-in-forms.js';
import { openedOf, savedOf } from './saved-of.js';
import { type AtSurvey, ShowSurvey } from './show-survey.js';
import type { SurveyWay } from './survey-visit.js';

const anyone = { kind: 'anyone' } as const;
const notWhole = 'This link is not whole. Please copy all of it from the mail.';

/** A survey by the link in a mail, without signing in. GET and HEAD, which mail scanners send, change nothing. */
@Controller('c/:slug/survey')
export class SurveyByLink {
  constructor(
    private readonly front: Front,
    private readonly charities: CharityDirectory,
    private readonly surveys: ShowSurvey,
  ) {}

  @Get()
  @PublicPage(true)
  async show(
    @Param('slug') slug: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() reply: Reply,
  ): Promise<void> {
    return this.surveys.show(reply, await this.visitOf(slug, String(query['token'] ?? '')), query);
  }

  @Post()
  @PublicPage(true)
  @SaysTooOften(true)
  async take(
    @Req() { isTooOften = false }: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    return this.surveys.take(reply, await this.visitOf(slug, words(body, 'token')), body, isTooOften);
  }

  private async visitOf(slug: string, token: string): Promise<AtSurvey> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    return { charity, way: this.wayOf(charity, token) };
  }

  private wayOf({ charityId, slug }: Charity, token: string): SurveyWay {
    const key = { charityId, token };
    const isWhole = LinkToken.safeParse(token).success;
    return {
      action: `/c/${slug}/survey`,
      carried: { token },
      view: async (language) => {
        if (!isWhole) return { problem: notWhole, isForNow: false };
        return openedOf(await this.front.ask(viewSurveyByLink, { ...key, language }, anyone));
      },
      save: async (answer) =>
        savedOf(await this.front.ask(saveSurveyAnswerByLink, { ...key, ...answer }, anyone)),
      finish: async () => savedOf(await this.front.ask(finishSurveyByLink, key, anyone)),
    };
  }
}
