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
import { Refused } from '../../door/refused.js';
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
  notYetPage,
  questionPage,
  sendPage,
  type Typed,
} from './survey-pages.js';
import { type HelpWhen, type NoSurvey, pathTo, type SurveyPlace, type SurveyWay } from './survey-visit.js';
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
    if ('problem' in opened) return this.none(place, opened, reply);
    const at = String(query['at'] ?? '');
    await reply.type(htmlType).send(pageAt({ opened, place }, at, query['kept'] === '1'));
  }

  async take(reply: Reply, visit: AtSurvey, body: unknown, isTooOften = false): Promise<void> {
    const place = await this.placeOf(visit, words(body, 'language'));
    const opened = await visit.way.view(place.language);
    if ('problem' in opened) return sendAgain(reply, notOpened(place, opened, body));
    if (opened.survey.state !== 'open')
      return sendAgain(reply, closedPage({ opened, place }, ownWordsIn(body)));
    const go = words(body, 'go');
    const asked = questionsIn(opened, words(body, 'keys'));
    const typed = new Map(asked.map((question) => [question.key, typedIn(body, question)]));
    const at = words(body, 'at');
    let help: HelpWhen | undefined;
    const again = async (message: string, problems: Typed = typed) => {
      const shown = help ? await this.placeOf(visit, place.language, help) : place;
      return sendAgain(reply, pageAt({ opened, place: shown, typed: problems, message }, at));
    };
    const say = surveyWords[place.language];
    if (isTooOften) return again(say.tooOften);
    const kept = await this.keep(visit.way, asked, typed, { go, place });
    if (kept.needsHelp) help = 'now';
    if (kept.isUnavailable) return again(say.unavailable);
    if (kept.isOver) return this.closedMeanwhile(reply, visit, { place, body });
    if (kept.problems) return again(say.notKept, kept.problems);
    if (go === 'send') {
      const sent = await visit.way.finish();
      if ('unavailable' in sent) return again(say.unavailable);
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
    { go, place }: { readonly go: string; readonly place: SurveyPlace },
  ): Promise<Kept> {
    let needsHelp = false;
    const problems = new Map(typed);
    let isWrong = false;
    for (const question of asked) {
      const { answer, mayQuote } = typed.get(question.key) ?? { answer: '', mayQuote: false };
      const isGone = go === 'skip' || (question.kind === 'text' && answer.trim() === '');
      if (!isGone && answer === '') continue;
      const problem = isGone ? undefined : problemIn(question.key, answer, place);
      if (problem && question.kind === 'text')
        needsHelp = (await this.lookAtAll(way, question.key, answer)) || needsHelp;
      const saved = problem
        ? { problem }
        : await way.save({ key: question.key, answer: isGone ? null : answer, mayQuote });
      if ('problem' in saved) {
        problems.set(question.key, { answer, mayQuote, problem: saved.problem });
        isWrong = true;
      }
      needsHelp ||= 'needsHelp' in saved && saved.needsHelp;
      if ('over' in saved) return { needsHelp, isOver: true };
      if ('unavailable' in saved) return { needsHelp, isUnavailable: true };
    }
    return isWrong ? { needsHelp, problems } : { needsHelp };
  }

  /**
   * What is too long to be kept is looked at all the same, piece by piece from its end, so that its beginning is what stays: who
   * is in danger does not count letters. Whether somebody may be.
   */
  private async lookAtAll(way: SurveyWay, key: string, answer: string): Promise<boolean> {
    const pieces = Array.from(
      { length: Math.min(Math.ceil(answer.length / pieceLetters), mostPieces) },
      (_, at) => answer.slice(at * pieceLetters, at * pieceLetters + longestSurveyAnswer).trim(),
    ).reverse();
    let needsHelp = false;
    for (const piece of pieces) {
      if (!GivenAnswer.safeParse({ key, answer: piece }).success) continue;
      const saved = await way.save({ key, answer: piece, mayQuote: false });
      if (!('needsHelp' in saved)) break;
      needsHelp ||= saved.needsHelp;
    }
    return needsHelp;
  }

  /** It was open when it was looked at, and is not any more. */
  private async closedMeanwhile(
    reply: Reply,
    { way }: AtSurvey,
    { place, body }: { readonly place: SurveyPlace; readonly body: unknown },
  ): Promise<void> {
    const opened = await way.view(place.language);
    if ('problem' in opened) return sendAgain(reply, notOpened(place, opened, body));
    return sendAgain(reply, closedPage({ opened, place }, ownWordsIn(body)));
  }

  private async none(place: SurveyPlace, { problem, isForNow }: NoSurvey, reply: Reply): Promise<void> {
    if (isForNow) throw new Refused('unavailable');
    return sendAgain(reply, noSurveyPage(place, problem));
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
      help: help && { when: help, resources: signposting?.resources ?? [] },
    };
  }
}

interface Kept {
  readonly needsHelp: boolean;
  readonly problems?: Typed;
  readonly isOver?: boolean;
  readonly isUnavailable?: boolean;
}

/** Pieces overlap, so that no sentence is cut in two for good. */
const pieceLetters = longestSurveyAnswer - 400;
const mostPieces = 20;

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

/** Everything that a form held. */
const fieldsIn = (body: unknown): (readonly [string, string])[] =>
  Object.entries(typeof body === 'object' && body !== null ? body : {}).filter(
    (field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '',
  );

/** What somebody wrote; one word may be a choice of a list, which is no loss. */
const ownWordsIn = (body: unknown): string[] =>
  fieldsIn(body).flatMap(([name, value]) =>
    name.startsWith(answerField('')) && /\W/.test(value) ? [value] : [],
  );

const notOpened = (place: SurveyPlace, { problem, isForNow }: NoSurvey, body: unknown): string =>
  isForNow ? notYetPage(place, fieldsIn(body)) : noSurveyPage(place, problem, ownWordsIn(body));
