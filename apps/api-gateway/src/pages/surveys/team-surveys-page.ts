import type {
  listSurveyAnswers,
  OutputOf,
  SurveyWave,
  TakeoverId,
  viewSurveyQuestions,
} from '@baton/contracts';
import { type Html, html } from '../html.js';
import { moment, page } from '../layout.js';
import { teamPlaces } from '../team/team-places.js';
import { press } from '../weekends/weekend-words.js';
import { takenBackPanel } from './taken-back-panel.js';

type Answer = OutputOf<typeof listSurveyAnswers>['answers'][number];
type WaveQuestions = OutputOf<typeof viewSurveyQuestions>['waves'][number];

export interface TeamSurveysView {
  readonly slug: string;
  readonly zone: string;
  readonly answers: readonly Answer[];
  readonly waves: readonly WaveQuestions[];
  /** Moderators read what may be urgent; what is asked and shown is the managers’. */
  readonly manages: boolean;
  /** The name a curator goes by here, by id; where it is not known they are somebody. */
  readonly nameOf: (curatorId: string) => string;
  /** Words that were asked for, by survey and key. */
  readonly read?: { readonly surveyId: string; readonly key: string; readonly words: string };
  /** Which answers these are: about one takeover, after those of the page before. */
  readonly which: WhichAnswers;
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

export interface WhichAnswers {
  readonly takeoverId?: TakeoverId | undefined;
  readonly after?: string | undefined;
}

export const surveysPath = (slug: string): string => `/c/${slug}/surveys`;

export function answersPath(slug: string, { takeoverId, after }: WhichAnswers): string {
  const query = new URLSearchParams({ ...(takeoverId && { takeover: takeoverId }), ...(after && { after }) });
  return query.size > 0 ? `${surveysPath(slug)}?${query}` : surveysPath(slug);
}

/** What curators told in their own words, and what they are asked. */
export const teamSurveysPage = (view: TeamSurveysView): string =>
  page(
    'Surveys',
    html`<h1>Surveys</h1>
<p>Curators are asked before a weekend, after it, and four weeks later. They know that you read what is here.
Their answers about loneliness are not: those are in reports, as figures.</p>
${view.waves.length > 0 ? html`<h2>What they are asked</h2>` : null}
<ul class="plain">${view.waves.map(
      ({ wave, own }) =>
        html`<li><a href="${surveysPath(view.slug)}/questions/${wave}">${waveWords[wave]}: ${ownCount(own.length)}</a></li>`,
    )}</ul>
<h2>What they told</h2>
${view.which.takeoverId ? html`<p>About one takeover. <a href="${surveysPath(view.slug)}">Show all</a></p>` : null}
${view.answers.length === 0 ? html`<p class="soft">Nothing yet.</p>` : view.answers.map((answer) => panelOf(answer, view))}
${view.next ? html`<p><a class="button" href="${answersPath(view.slug, { ...view.which, after: view.next })}">Show what was told earlier</a></p>` : null}
${view.which.after ? html`<p><a href="${answersPath(view.slug, { ...view.which, after: undefined })}">Back to the newest</a></p>` : null}
${teamPlaces(view.slug, 'surveys')}`,
  );

/** As the team says it of somebody else. */
export const waveWords: Readonly<Record<SurveyWave, string>> = {
  before: 'Before the weekend',
  after: 'After the weekend',
  fourWeeks: 'Four weeks later',
};
const ownCount = (count: number): string =>
  count === 0
    ? 'no questions of your own'
    : count === 1
      ? 'one question of your own'
      : `${count} questions of your own`;

function panelOf(answer: Answer, view: TeamSurveysView): Html {
  const { surveyId, key, curatorId, noticedAt } = answer;
  if (noticedAt === undefined) return answerPanel(answer, view);
  const action = `${surveysPath(view.slug)}/words`;
  return takenBackPanel({ surveyId, key, name: view.nameOf(curatorId), noticedAt, zone: view.zone, action });
}

function answerPanel(answer: Answer, view: TeamSurveysView): Html {
  const { slug, zone, nameOf, read, which } = view;
  const { surveyId, key, curatorId, wave, answeredAt, question, words, hidden } = answer;
  const shown = read?.surveyId === surveyId && read.key === key ? read.words : undefined;
  return html`<section class="panel"><h3>${nameOf(curatorId)}, ${waveWords[wave].toLowerCase()}</h3>
<p>${answeredAt ? moment(answeredAt, zone) : html`<strong>Not sent off.</strong> It is here because they may need help now. Please see how they are.`}</p>
<p><strong>${question}</strong></p>
${
  hidden && shown === undefined
    ? html`<p class="soft">Hidden, because it may be hard to read. Look when you are ready.</p>${press(`${surveysPath(slug)}/words`, `Show what ${nameOf(curatorId)} wrote`, { fields: { surveyId, key, ...fieldsOf(which) }, quiet: true })}`
    : html`<p class="typed">${shown ?? words}</p>`
}
${quoting(answer, view)}</section>`;
}

/** Shown to others only after somebody has read it: what tells who somebody is no list of checks can know. */
function quoting(
  { surveyId, key, takeoverId, quotable, quotedByName, shown }: Answer,
  view: TeamSurveysView,
): Html {
  if (!quotable) return html`<p class="soft">Not to be quoted.</p>`;
  const how = quotedByName ? 'with the name they go by here' : 'without a name';
  const fields = { surveyId, key, shown: shown ? 'no' : 'yes', ...fieldsOf(view.which) };
  return html`<p class="soft">You may quote this, ${how}. ${quotedByName ? null : 'They chose to be anonymous. '}${
    shown
      ? 'It is shown on the weekend’s public page, as long as there is one.'
      : 'Before you show it to others, see that nothing in it tells who somebody is.'
  }</p>${
    takeoverId && view.manages
      ? press(
          `${surveysPath(view.slug)}/quotes`,
          shown ? 'Take it from the public page' : 'Show it on the public page',
          {
            fields,
            quiet: true,
          },
        )
      : null
  }`;
}

const fieldsOf = ({ takeoverId, after }: WhichAnswers) => ({
  takeover: takeoverId ?? '',
  after: after ?? '',
});
