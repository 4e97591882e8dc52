import type { OutputOf, OwnSurveyQuestion, viewSurveyQuestions } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import { fieldName, type TypedQuestion } from './own-questions-form.js';
import { surveysPath, waveWords } from './team-surveys-page.js';

type WaveQuestions = OutputOf<typeof viewSurveyQuestions>['waves'][number];

interface Said {
  readonly problem?: string | undefined;
  readonly isKept?: boolean;
}

/** `shown`: undefined where nobody is signed in any more; then only what was typed is here. */
export function ownQuestionsPage(
  {
    slug,
    wave,
    basedOn,
  }: { readonly slug: string; readonly wave: WaveQuestions['wave']; readonly basedOn: string },
  shown: Pick<WaveQuestions, 'always'> | undefined,
  typed: readonly TypedQuestion[],
  { problem, isKept }: Said = {},
): string {
  const title = `Questions: ${waveWords[wave].toLowerCase()}`;
  return page(
    title,
    html`<h1>${title}</h1>
${isKept ? html`<div class="panel" role="status"><p>It is kept. Whoever has been asked already keeps the questions they were asked.</p></div>` : null}
${trouble(problem)}
${shown ? alwaysAsked(shown) : null}
<h2>Your own questions</h2>
<p>Up to five. They come last, and each can be skipped. The team reads the answers beside the name that curators go by here.
Two minutes are promised, so one or two are best.</p>
<form method="post" action="${surveysPath(slug)}/questions/${wave}" autocomplete="off">${hidden('basedOn', basedOn)}
${typed.map((question, at) => questionFields(question, at))}
<button type="submit">Keep these questions</button></form>
<p><a href="${surveysPath(slug)}">Back to the surveys</a></p>
${teamPlaces(slug)}`,
  );
}

const alwaysAsked = ({ always }: Pick<WaveQuestions, 'always'>): Html => html`<h2>Asked always</h2>
<p>Those with a source are tested in these very words. Nobody can change them or leave them out.</p>
<ol>${always.map(({ words, source }) => html`<li>${words}${source ? html` <span class="soft">(${source})</span>` : null}</li>`)}</ol>`;

const kinds: Readonly<Record<OwnSurveyQuestion['kind'], string>> = {
  text: 'In their own words',
  choice: 'One of several answers',
  scale: 'A number on a scale',
};

const questionFields = (question: TypedQuestion, at: number): Html => {
  const field = (name: keyof TypedQuestion) => fieldName(at, name);
  const number = at + 1;
  return html`<fieldset class="panel"><legend>Question ${number}</legend>${hidden(field('key'), question.key)}${hidden(field('optionKeys'), question.optionKeys)}
<label for="${field('words')}">What do you ask? Leave it empty for no question ${number}</label>
<input id="${field('words')}" name="${field('words')}" value="${question.words}" maxlength="300">
<label for="${field('kind')}">How is question ${number} answered?</label>
<select id="${field('kind')}" name="${field('kind')}">${Object.entries(kinds).map(
    ([kind, name]) =>
      html`<option value="${kind}"${kind === question.kind ? html` selected` : null}>${name}</option>`,
  )}</select>
<details${question.kind === 'text' ? null : html` open`}><summary>Answers to choose from, for question ${number}</summary>
<label for="${field('options')}">One answer a line, two to ten</label>
<textarea id="${field('options')}" name="${field('options')}" rows="4">
${question.options}</textarea>
<label for="${field('steps')}">Or a scale from 1 to</label>
<input id="${field('steps')}" name="${field('steps')}" inputmode="numeric" value="${question.steps}">
<label for="${field('lowest')}">What 1 means</label>
<input id="${field('lowest')}" name="${field('lowest')}" value="${question.lowest}" maxlength="80">
<label for="${field('highest')}">What the highest means</label>
<input id="${field('highest')}" name="${field('highest')}" value="${question.highest}" maxlength="80"></details></fieldset>`;
};
