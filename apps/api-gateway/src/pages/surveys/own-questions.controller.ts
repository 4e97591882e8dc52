import { isRefusal, SurveyWave, setSurveyQuestions, viewSurveyQuestions } from '@baton/contracts';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { keptBecause } from '../curator-calling.js';
import { Front } from '../front.js';
import { words } from '../sign-in-forms.js';
import { TeamVisit, type Visit } from '../team/team-visit.js';
import { fromForm, toForm, typedIn } from './own-questions-form.js';
import { ownQuestionsPage } from './own-questions-page.js';
import { surveysPath } from './team-surveys-page.js';

/** The charity's own questions, a wave a page. */
@Controller('c/:slug/surveys/questions/:wave')
export class OwnQuestions {
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
    @Param('wave') asked: string,
    @Query('kept') kept: unknown,
  ): Promise<string> {
    const wave = waveIn(asked);
    const shown = await this.shownTo(await this.team.of(request, slug), wave);
    const where = { slug, wave, basedOn: String(shown.version) };
    return ownQuestionsPage(where, shown, toForm(shown.own), { isKept: kept === 'yes' });
  }

  @Post()
  @PublicPage(true)
  async keep(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('wave') asked: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const where = { slug, wave: waveIn(asked), basedOn: words(body, 'basedOn') };
    const typed = typedIn(body);
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused)
      return sendPage(reply, ownQuestionsPage(where, undefined, typed, { problem: keptBecause(visit) }));
    const shown = await this.shownTo(visit, where.wave);
    const again = (problem: string) => sendPage(reply, ownQuestionsPage(where, shown, typed, { problem }));
    const read = setSurveyQuestions.input.safeParse({
      ...{ charityId: visit.charity.charityId, wave: where.wave },
      ...{ basedOn: Number(where.basedOn), own: fromForm(typed) },
    });
    if (!read.success) return again(whatIsWrong(read.error.issues));
    const result = await this.front.ask(setSurveyQuestions, read.data, visit.caller);
    if (isRefusal(result)) return again(result.refusal.message);
    await reply.redirect(`${surveysPath(slug)}/questions/${where.wave}?kept=yes`, 303);
  }

  private async shownTo({ charity, caller }: Visit, wave: SurveyWave) {
    const { waves } = await this.front.read(viewSurveyQuestions, { charityId: charity.charityId }, caller);
    const shown = waves.find((one) => one.wave === wave);
    if (!shown) throw new Refused('notFound');
    return shown;
  }
}

function waveIn(asked: string): SurveyWave {
  const wave = SurveyWave.safeParse(asked);
  if (!wave.success) throw new Refused('notFound');
  return wave.data;
}

const parts: Readonly<Record<string, string>> = {
  words: 'what you ask',
  options: 'the answers to choose from',
  steps: 'the scale',
  lowest: 'what 1 means',
  highest: 'what the highest means',
};

/** The first thing that is wrong, by the question and field it is in. */
function whatIsWrong(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  const [issue] = issues;
  const [list, at, part] = issue?.path ?? [];
  if (!issue || list !== 'own' || typeof at !== 'number')
    return 'Something in the form is not right. Please look again.';
  return `Question ${at + 1}, ${parts[String(part)] ?? 'how it is answered'}: ${inWords(issue.message)}.`;
}

/** What a schema says of itself in its own words is nothing for people. */
const inWords = (message: string): string =>
  /^(Too|Invalid)/.test(message) ? 'something is missing, or there is too much of it' : message;
