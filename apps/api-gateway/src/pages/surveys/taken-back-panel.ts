import { type Html, html } from '../html.js';
import { moment } from '../layout.js';
import { press } from '../weekends/weekend-words.js';

interface TakenBack {
  readonly surveyId: string;
  readonly key: string;
  readonly name: string;
  readonly noticedAt: string;
  readonly zone: string;
  /** Where “I have seen this” goes. */
  readonly action: string;
}

/** Somebody wrote as if in danger and took it back: it stays until one of the team says that they have seen it. */
export const takenBackPanel = ({ surveyId, key, name, noticedAt, zone, action }: TakenBack): Html =>
  html`<section class="panel"><h3>${name}</h3>
<p><strong>They wrote as if they may be in danger, and the words are gone by now.</strong> Please see how they are.</p>
<p>Noticed ${moment(noticedAt, zone)}</p>
${press(action, `I have seen this about ${name}`, { fields: { surveyId, key }, quiet: true })}</section>`;
