import type { OpenedSurvey, SurveyQuestion } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { moment, page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import { answerField, type FieldsPlace, type Filled, questionFields } from './question-fields.js';
import { pathTo, type SurveyPlace } from './survey-visit.js';
import { type SurveyWords, surveyWords } from './survey-words.js';

/** What was typed and could not be kept, by the question's key. */
export type Typed = ReadonlyMap<string, Filled>;
interface Shown {
  readonly opened: OpenedSurvey;
  readonly place: SurveyPlace;
  readonly typed?: Typed;
  readonly message?: string | undefined;
}

const none: Typed = new Map();

/** Before the first question: what it takes, and who reads what. */
export function introPage({ opened, place }: Shown): string {
  const { survey, questions, given } = opened;
  const words = surveyWords[place.language];
  const first = questions.find(({ key }) => !given.some((answer) => answer.key === key));
  const begun = given.length > 0;
  return framed(
    place,
    words.titles[survey.wave],
    html`${languageLinks(place)}
<p>${words.minutes} ${begun ? words.goOn(given.length, questions.length) : null}</p>
<ul><li>${words.keptAsYouGo(survey.closesAt ? inWords(survey.closesAt, place) : null)}</li>
<li>${words.whoReads(place.charity.name)}</li>
<li>${words.figures}</li>
<li>${words.inDanger}</li></ul>
<p><a class="button" href="${pathTo(place, { at: first?.key ?? 'send' })}">${begun ? words.goOnButton : words.begin}</a></p>
<p><a href="${pathTo(place, { at: 'all' })}">${words.allAtOnce}</a></p>`,
  );
}

/** One question a screen, which is how it is asked where nobody says otherwise. */
export function questionPage(
  { opened, place, typed = none, message }: Shown,
  question: SurveyQuestion,
): string {
  const words = surveyWords[place.language];
  const all = opened.questions.length;
  const at = opened.questions.indexOf(question) + 1;
  return framed(
    place,
    words.progress(at, all),
    html`<progress value="${at}" max="${all}" aria-label="${words.progress(at, all)}"></progress>
${trouble(message)}
${form(
  place,
  question.key,
  [question],
  html`${questionFields(question, filledOf(opened, typed, question), fieldsPlace({ opened, place }))}
<button type="submit" name="go" value="next">${words.next}</button>
<button class="quiet" type="submit" name="go" value="skip">${words.skip}</button>
<button class="quiet" type="submit" name="go" value="back">${words.back}</button>`,
)}
<p><a href="${pathTo(place, { at: 'all' })}">${words.allAtOnce}</a></p>`,
  );
}

export function allAtOncePage({ opened, place, typed = none, message }: Shown, isKept = false): string {
  const words = surveyWords[place.language];
  const { survey, questions } = opened;
  return framed(
    place,
    words.titles[survey.wave],
    html`<p>${words.minutes}</p>
${isKept ? html`<div class="panel" role="status"><p>${words.kept}</p></div>` : null}
${trouble(message)}
${form(
  place,
  'all',
  questions,
  html`${questions.map((question) => questionFields(question, filledOf(opened, typed, question), fieldsPlace({ opened, place })))}
<button type="submit" name="go" value="send">${words.sendAll}</button>
<button class="quiet" type="submit" name="go" value="keep">${words.keep}</button>`,
)}
<p><a href="${pathTo(place, { at: questions[0]?.key ?? 'send' })}">${words.oneByOne}</a></p>`,
  );
}

export function sendPage({ opened, place, message }: Shown): string {
  const words = surveyWords[place.language];
  return framed(
    place,
    words.sendHeading,
    html`${trouble(message)}<p>${words.sendText(opened.given.length, opened.questions.length)}</p>
${form(place, 'send', [], html`<button type="submit" name="go" value="send">${words.send}</button>`)}
<p><a href="${pathTo(place, { at: 'all' })}">${words.lookAgain}</a></p>`,
  );
}

/** It takes no more answers: because it was sent off, or because its time is over. */
export function closedPage({ opened, place }: Shown, typed: readonly string[] = []): string {
  const words = surveyWords[place.language];
  const isSent = opened.survey.state === 'answered';
  return framed(
    place,
    isSent ? words.thanks : words.overHeading,
    html`<p>${isSent ? words.thanksText : words.over}</p>${toCopy(words.closedMeanwhile, typed)}${toCharity(place, words)}`,
  );
}

export const noSurveyPage = (place: SurveyPlace, message: string, typed: readonly string[] = []): string => {
  const words = surveyWords[place.language];
  return framed(
    place,
    words.linkOver,
    html`<p>${message}</p>${toCopy(words.noSuchMeanwhile, typed)}${toCharity(place, words)}`,
  );
};

/** Nobody answers, so its questions are not here: everything that was typed is, to be sent again. */
export function notYetPage(place: SurveyPlace, fields: readonly (readonly [string, string])[]): string {
  const words = surveyWords[place.language];
  return framed(
    place,
    words.notYet,
    html`${trouble(words.unavailable)}<form method="post" action="${place.action}" autocomplete="off">${fields.map(
      ([name, value]) =>
        isWords(name, value)
          ? html`<p><textarea name="${name}" rows="6" aria-label="${words.ownWords}">
${value}</textarea></p>`
          : hidden(name, value),
    )}<button type="submit">${words.sendAgain}</button></form>`,
  );
}

/** A choice is one word of a list, which nobody needs to read again. */
const isWords = (name: string, value: string): boolean =>
  name.startsWith(answerField('')) && /\W/.test(value);

const toCopy = (words: string, typed: readonly string[]): Html | null =>
  typed.length === 0 ? null : html`<p>${words}</p>${typed.map((text) => html`<p class="typed">${text}</p>`)}`;

const toCharity = ({ charity }: SurveyPlace, words: SurveyWords): Html =>
  html`<p><a href="/c/${charity.slug}">${words.backTo(charity.name)}</a></p>`;

function framed(place: SurveyPlace, title: string, content: Html): string {
  const { brand, language } = place;
  return page(
    title,
    html`<h1>${title}</h1>${place.help?.when === 'now' ? [helpOf(place), content] : [content, helpOf(place)]}`,
    brand,
    { language },
  );
}

const form = (place: SurveyPlace, at: string, questions: readonly SurveyQuestion[], content: Html): Html =>
  html`<form method="post" action="${place.action}" autocomplete="off">${Object.entries(place.carried).map(([name, value]) => hidden(name, value))}${hidden('language', place.language)}${hidden('at', at)}${hidden('keys', questions.map(({ key }) => key).join(' '))}${content}</form>`;

const fieldsPlace = ({ opened, place: { charity, language } }: Shown): FieldsPlace => ({
  ...{ charity, language, quotedByName: opened.quotedByName },
});

function filledOf({ given }: OpenedSurvey, typed: Typed, { key }: SurveyQuestion): Filled {
  const kept = given.find((answer) => answer.key === key);
  return typed.get(key) ?? kept ?? { answer: '', mayQuote: false };
}

const helpOf = ({ help, language }: SurveyPlace): Html | null => {
  const words = surveyWords[language];
  if (!help) return null;
  const resources = help.resources.length > 0 ? help.resources : words.somebody;
  return html`<section class="panel"><p><strong>${help.when === 'now' ? words.notAlone : words.ifLiked}</strong></p>
<ul>${resources.map(
    ({ name, about, call, text, web }) => html`<li><strong>${name}</strong>: ${about}
${call ? html` ${words.call} ${call}.` : null}${text ? html` ${words.text} ${text}.` : null}${web ? html` <a href="${web}" rel="noreferrer">${web}</a>` : null}</li>`,
  )}</ul></section>`;
};

const languageLinks = (place: SurveyPlace): Html =>
  html`${Object.entries(surveyWords)
    .filter(([language]) => language !== place.language)
    .map(
      ([language, words]) =>
        html`<p><a href="${pathTo(place, { language })}" lang="${language}" hreflang="${language}">${words.readIn}</a></p>`,
    )}`;

const inWords = (instant: string, { charity, language }: SurveyPlace): string =>
  moment(instant, charity.zone, language === 'cy' ? 'cy' : 'en-GB').source.replaceAll(/<[^>]+>/g, '');
