import type { ApplicationState, listTakeovers, OutputOf } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { moment, page } from '../layout.js';
import {
  type NomineeForm,
  nomineeFields,
  type Problems,
  problem,
  whatWeDo,
} from '../nominations/nominee-form.js';

type Takeover = OutputOf<typeof listTakeovers>['takeovers'][number];

export interface PartView {
  readonly zone: string;
  readonly state: ApplicationState;
  readonly pausedUntil: string | null;
  readonly takeovers: readonly Takeover[];
}

/** What a curator has beyond the next weekend: what they did, who might be next, and “not now”. */
export const partPage = (
  view: PartView,
  typed = { until: view.pausedUntil ?? '' },
  problems: Problems = {},
): string =>
  page(
    'Your part',
    html`<h1>Your part</h1>
${problem(problems, '')}
${certificates(view)}
<h2>Pass the baton</h2>
<p>Once you have had the account, you can suggest who might have it next.</p>
<p><a href="/curator/pass-the-baton">Pass the baton</a></p>
${view.state === 'later' ? comeBack(view) : notNow(typed, problems)}
<p><a href="/curator">Back to your takeovers</a></p>`,
  );

function certificates({ takeovers, zone }: PartView): Html | null {
  const over = takeovers.filter(({ state }) => state === 'closed');
  if (over.length === 0) return null;
  return html`<h2>Your certificates</h2>
<ul class="plain">${over.map(
    ({ takeoverId, opensAt }) =>
      html`<li><a href="/curator/certificate/${takeoverId}">${moment(opensAt, zone)}</a></li>`,
  )}</ul>`;
}

const notNow = ({ until }: { until: string }, problems: Problems): Html => html`<h2>Not now</h2>
<p>You need not say why. Your place is kept. A weekend that you have booked is free for somebody else then.</p>
<form method="post" action="/curator/pause">
<label for="until">May we ask you again? You can choose a day, or leave this empty</label>
${problem(problems, 'until')}
<input id="until" name="until" type="date" value="${until}">
<button type="submit">Not now</button>
</form>`;

const comeBack = ({ pausedUntil }: PartView): Html => html`<h2>You said: not now</h2>
<p>${pausedUntil ? html`We ask you again on <time datetime="${pausedUntil}">${dayWords(pausedUntil)}</time>.` : 'Your place is kept.'}
You can be back at any time.</p>
<form method="post" action="/curator/return"><button type="submit">I am back</button></form>`;

const dayWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day));

/** Everything that was typed stays, whatever was wrong with it. */
export const passPage = (form: NomineeForm, problems: Problems = {}): string =>
  page(
    'Pass the baton',
    html`<h1>Pass the baton</h1>
${problem(problems, '')}
<p>Who would be good at having the account next?</p>
${whatWeDo}
<form method="post" action="/curator/pass-the-baton">
${nomineeFields(form, problems)}
<button type="submit">Ask them</button>
</form>
<p><a href="/curator/part">Back</a></p>`,
  );

export const passedPage = (): string =>
  page(
    'Thank you',
    html`<h1>Thank you</h1>
<p>We ask them. Whether they say yes is theirs to tell, so you do not hear from us about it.</p>
<p><a href="/curator/part">Back to your part</a></p>`,
  );
