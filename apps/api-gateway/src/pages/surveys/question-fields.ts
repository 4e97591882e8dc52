import type { SurveyQuestion } from '@baton/contracts';
import { type Html, html } from '../html.js';
import type { SurveyPlace } from './survey-visit.js';
import { type SurveyWords, surveyWords } from './survey-words.js';

/** What stands in the fields of a question: what was kept, or what was typed and is not kept yet. */
export interface Filled {
  readonly answer: string;
  readonly mayQuote: boolean;
  readonly problem?: string | undefined;
}

/** Where a question stands, and whether a name stands beside what is quoted of its answer. */
export interface FieldsPlace extends Pick<SurveyPlace, 'charity' | 'language'> {
  readonly quotedByName: boolean;
}

export const answerField = (key: string): string => `answer-${key}`;
export const quoteField = (key: string): string => `quote-${key}`;

/** A question with its answers. One in a language other than the page’s says so, for whoever hears it read. */
export function questionFields(question: SurveyQuestion, filled: Filled, place: FieldsPlace): Html {
  const words = surveyWords[place.language];
  const lang = question.language === place.language ? null : html` lang="${question.language}"`;
  return html`<div class="panel">${
    question.kind === 'text'
      ? textFields(question, filled, place, lang)
      : choiceFields(question, filled, lang)
  }${sourceOf(question, words)}</div>`;
}

const choiceFields = ({ key, words, answers }: SurveyQuestion, filled: Filled, lang: Html | null): Html =>
  html`<fieldset${lang}><legend>${words}</legend>${problemOf(key, filled)}${answers.map(
    (answer) =>
      html`<label class="choice"><input type="radio" name="${answerField(key)}" value="${answer.key}"${answer.key === filled.answer ? html` checked` : null}> ${answer.words}</label>`,
  )}</fieldset>`;

function textFields(
  { key, words, mayBeQuoted }: SurveyQuestion,
  filled: Filled,
  { charity, language, quotedByName }: FieldsPlace,
  lang: Html | null,
): Html {
  const name = answerField(key);
  return html`<label for="${name}"${lang}>${words}</label>
<p class="soft" id="${name}-help">${surveyWords[language].ownWords}</p>${problemOf(key, filled)}
<textarea id="${name}" name="${name}" rows="6" aria-describedby="${name}-help${filled.problem ? ` ${name}-problem` : ''}"${filled.problem ? html` aria-invalid="true"` : null}>
${filled.answer}</textarea>
${
  mayBeQuoted
    ? html`<label class="choice"><input type="checkbox" name="${quoteField(key)}" value="yes"${filled.mayQuote ? html` checked` : null}> ${surveyWords[language].mayQuote(charity.name, quotedByName)}</label>`
    : null
}`;
}

const problemOf = (key: string, { problem }: Filled): Html | null =>
  problem ? html`<p id="${answerField(key)}-problem" role="alert">${problem}</p>` : null;

const sourceOf = ({ source }: SurveyQuestion, words: SurveyWords): Html | null =>
  source
    ? html`<details><summary>${words.source}</summary><p>${words.sourceWords}</p><p lang="en">${source}</p></details>`
    : null;
