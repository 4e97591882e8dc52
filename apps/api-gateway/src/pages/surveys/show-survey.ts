import {
  GivenAnswer,
  Language,
  longestSurveyAnswer,
  type OpenedSurvey,
  type SurveyQuestion,
  viewSignposting,
} from '@baton/contracts';
import { Injectable } from '@nestjs/common';
import { Brands } from '../../brand/brands.js';
import type { Charity } from '../../charities/charity-directory.js';
import type { Reply } from '../../door/request.js';
import { sendPage as sendAgain } from '../browser.js';
import { Front } from '../front.js';
import { words } from '../sign-in-forms.js';
import { answerField, type Filled, quoteField } from './question-fields.js';
import {
  allAtOncePage,
  closedPage,
  introPage,
  noSurveyPage,
  questionPage,
  sendPage,
  type Typed,
} from './survey-pages.js';
import { type HelpWhen, pathTo, type SurveyPlace, type SurveyWay } from './survey-visit.js';
import { surveyWords } from './survey-words.js';

const htmlType = 'text/html; charset=utf-8';
type Query = Readonly<Record<string, unknown>>;

/** Somebody at a survey, by whatever way they came. */
export interface AtSurvey {
  readonly charity: Charity;
  readonly way: SurveyWay;
}

/** Shows a survey and takes answers to it. What is typed is kept at each step, or still in its box where it cannot be. */
@Injectable()
export class ShowSurvey {
  constructor(
    private readonly front: Front,
    private readonly brands: Brands,
  ) {}

  async show(reply: Reply, { charity, way }: AtSurvey, query: Query): Promise<void> {
    const place = await this.placeOf({ charity, way }, query['language'], helpIn(query['help']));
    const opened = await way.view(place.language);
    if (typeof opened === 'string') return sendAgain(reply, noSurveyPage(place, opened));
    const at = String(query['at'] ?? '');
    await reply.type(htmlType).send(pageAt({ opened, place }, at, query['kept'] === '1'));
  }

  async take(reply: Reply, visit: AtSurvey, body: unknown, isTooOften = false): Promise<void> {
    const place = await this.placeOf(visit, words(body, 'language'));
    const opened = await visit.way.view(place.language);
    if (typeof opened === 'string') return sendAgain(reply, noSurveyPage(place, opened));
    const go = words(body, 'go');
    const asked = questionsIn(opened, words(body, 'keys'));
    const typed = new Map(asked.map((question) => [question.key, typedIn(body, question)]));
    const at = words(body, 'at');
    const again = (message: string, problems: Typed = typed) =>
      sendAgain(reply, pageAt({ opened, place, typed: problems, message }, at));
    if (isTooOften) return again(surveyWords[place.language].tooOften);
    const kept = await this.keep(visit.way, asked, typed, { go, isAll: at === 'all', place });
    if (kept.problems) return again(surveyWords[place.language].notKept, kept.problems);
    let help: HelpWhen | undefined = kept.needsHelp ? 'now' : undefined;
    if (go === 'send') {
      const sent = await visit.way.finish();
      if ('problem' in sent) return again(sent.problem);
      if ('needsHelp' in sent && sent.needsHelp) help ??= 'ifLiked';
    }
    const next = afterwards(opened, at, go);
    await reply.redirect(pathTo(place, { ...next, ...(help && { help }) }), 303);
  }

  /** Keeps what was answered; nothing chosen is no answer, and leaves what was there. */
  private async keep(
    way: SurveyWay,
    asked: readonly SurveyQuestion[],
    typed: ReadonlyMap<string, Filled>,
    { go, isAll, place }: { readonly go: string; readonly isAll: boolean; readonly place: SurveyPlace },
  ): Promise<{ readonly needsHelp: boolean; readonly problems?: Typed }> {
    let needsHelp = false;
    const problems = new Map(typed);
    let isWrong = false;
    for (const question of asked) {
      const { answer, mayQuote } = typed.get(question.key) ?? { answer: '', mayQuote: false };
      const isGone = go === 'skip' || (question.kind === 'text' && answer.trim() === '');
      if (!isGone && answer === '') continue;
      const problem = isGone ? undefined : problemIn(question.key, answer, place);
      const saved = problem
        ? { problem }
        : await way.save({ key: question.key, answer: isGone ? null : answer, mayQuote });
      if ('problem' in saved) {
        problems.set(question.key, { answer, mayQuote, problem: saved.problem });
        isWrong = true;
      }
      needsHelp ||= 'needsHelp' in saved && saved.needsHelp;
      if ('over' in saved && isAll) break;
    }
    return isWrong ? { needsHelp, problems } : { needsHelp };
  }

  private async placeOf(
    { charity, way }: AtSurvey,
    language: unknown,
    help?: HelpWhen,
  ): Promise<SurveyPlace> {
    const { charityId } = charity;
    const signposting = help && (await this.front.glance(viewSignposting, { charityId }));
    return {
      charity,
      brand: await this.brands.of(charityId),
      language: Language.catch('en').parse(language),
      ...{ action: way.action, carried: way.carried },
      help: help && signposting && { when: help, resources: signposting.resources },
    };
  }
}

const helpIn = (asked: unknown): HelpWhen | undefined =>
  asked === 'now' || asked === 'ifLiked' ? asked : undefined;

interface AtPage {
  readonly opened: OpenedSurvey;
  readonly place: SurveyPlace;
  readonly typed?: Typed;
  readonly message?: string;
}

function pageAt(shown: AtPage, at: string, isKept = false): string {
  if (shown.opened.survey.state !== 'open') return closedPage(shown);
  if (at === 'all') return allAtOncePage(shown, isKept);
  if (at === 'send') return sendPage(shown);
  const question = shown.opened.questions.find(({ key }) => key === at);
  return question ? questionPage(shown, question) : introPage(shown);
}

/** Where somebody goes on: to the question after this one, or the one before. */
function afterwards({ questions }: OpenedSurvey, at: string, go: string): Readonly<Record<string, string>> {
  if (go === 'send') return {};
  if (at === 'all') return { at, kept: '1' };
  const here = questions.findIndex(({ key }) => key === at);
  const next = questions[go === 'back' ? here - 1 : here + 1];
  if (go === 'back') return next ? { at: next.key } : {};
  return { at: next?.key ?? 'send' };
}

const questionsIn = ({ questions }: OpenedSurvey, keys: string): SurveyQuestion[] => {
  const named = keys.split(' ');
  return questions.filter(({ key }) => named.includes(key));
};

const typedIn = (body: unknown, { key }: SurveyQuestion): Filled => ({
  answer: words(body, answerField(key)).replace(/\r\n?/g, '\n'),
  mayQuote: words(body, quoteField(key)) === 'yes',
});

function problemIn(key: string, answer: string, { language }: SurveyPlace): string | undefined {
  if (GivenAnswer.safeParse({ key, answer }).success) return undefined;
  const letters = answer.trim().length;
  return letters > longestSurveyAnswer
    ? surveyWords[language].tooLong(letters, longestSurveyAnswer)
    : surveyWords[language].broken;
}
