import type { Language } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { type Fields, first } from './form-fields.js';
import { formWords } from './form-words.js';

/** Why a form is not taken at this moment, though nothing is wrong with it. */
export type NotNow = 'tooOften' | 'unavailable';

const statuses = { tooOften: 429, unavailable: 503 } as const;
export const statusOf = (why: NotNow): number => statuses[why];

/** The language that a form was read in. */
export const languageIn = (fields: Fields): Language => (first(fields, 'language') === 'cy' ? 'cy' : 'en');

/** The form goes along, so that one press sends it again. */
export const tryAgainPage = (action: string, fields: Fields, why: NotNow): Html => {
  const words = formWords[languageIn(fields)];
  return html`<h1>${words.notTaken}</h1>
<p>${words[why]}</p>
<form method="post" action="${action}">
${[...fields].map(([name, values]) =>
  values.map(
    (value) => html`<input type="hidden" name="${name}" value="${value}">
`,
  ),
)}<button type="submit">${words.tryAgain}</button></form>`;
};
