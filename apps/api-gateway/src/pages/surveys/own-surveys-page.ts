import type { listSurveys, OutputOf, Survey } from '@baton/contracts';
import { curatorPlaces } from '../curator-places.js';
import { type Html, html } from '../html.js';
import { moment, page } from '../layout.js';
import { press } from '../weekends/weekend-words.js';
import { surveyWords } from './survey-words.js';

type Asked = OutputOf<typeof listSurveys>;
type Words = Asked['words'][number];

/** What a curator has been asked, what still can be answered first. */
export const ownSurveysPage = ({ surveys, words }: Asked, zone: string): string =>
  page(
    'Your questions',
    html`<h1>Your questions</h1>
<p>We ask how you are before a weekend, after it, and four weeks later. You may skip any of it.</p>
${surveys.length === 0 ? html`<p class="soft">We have not asked you anything yet.</p>` : null}
${surveys.map((survey) =>
  surveyPanel(
    survey,
    words.filter(({ surveyId }) => surveyId === survey.surveyId),
    zone,
  ),
)}
${curatorPlaces('/curator/surveys')}`,
  );

const surveyPanel = (
  { surveyId, wave, state, openedAt, closesAt }: Survey,
  words: readonly Words[],
  zone: string,
): Html =>
  html`<section class="panel"><h2 class="small">${surveyWords.en.titles[wave]}</h2>
<p>${stateWords[state]} We asked on ${moment(openedAt, zone)}.${state === 'open' && closesAt ? html` You can answer until ${moment(closesAt, zone)}.` : null}</p>
${state === 'open' ? html`<p><a class="button" href="/curator/surveys/${surveyId}">Answer: ${surveyWords.en.titles[wave].toLowerCase()}</a></p>` : null}${words.map(quotePanel)}</section>`;

/** A yes can be taken back as easily as it was said, also long after. */
const quotePanel = ({ surveyId, key, question, mayQuote }: Words): Html =>
  html`<h3>What you wrote: “${question}”</h3>
<p>${mayQuote ? 'The charity may quote this. Somebody reads it before others see it.' : 'The charity may not quote this.'}</p>
${press(`/curator/surveys/${surveyId}/quoting`, mayQuote ? 'Do not quote this' : 'They may quote this', {
  fields: { key, mayQuote: mayQuote ? 'no' : 'yes' },
  quiet: true,
})}`;

const stateWords: Readonly<Record<Survey['state'], string>> = {
  open: 'It is open.',
  answered: 'You have answered it. Thank you.',
  over: 'Its time is over.',
};

/** On a curator's own page, as long as something can be answered. */
export function askedPanel(surveys: readonly Survey[]): Html | null {
  const open = surveys.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return html`<section class="panel"><h2 class="small">We would like to ask you something</h2>
<p>It takes two minutes, and you may skip any of it.</p>
${open.map(({ surveyId, wave }) => html`<p><a href="/curator/surveys/${surveyId}">Questions: ${surveyWords.en.titles[wave].toLowerCase()}</a></p>`)}</section>`;
}
