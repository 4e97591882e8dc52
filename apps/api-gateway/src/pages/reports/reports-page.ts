import type { listReports, OutputOf } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import { dayAndTime } from '../weekends/clocks.js';

export interface ReportsView {
  readonly slug: string;
  readonly list: OutputOf<typeof listReports>;
  readonly typed?: { readonly from: string; readonly to: string };
  readonly problem?: string | undefined;
}

/** What there is to report on. */
export function reportsPage({ slug, list, typed, problem }: ReportsView): string {
  const { zone, weekends, years } = list;
  const last = weekends.at(-1);
  return page(
    'The reports',
    html`<h1>The reports</h1>
${trouble(problem)}
<h2>Seasons</h2>
${years.length > 0 ? html`<ul class="steps">${years.map(({ year, weekends: count }) => seasonLine(slug, year, count))}</ul>` : html`<p class="soft">No weekend has begun yet.</p>`}
${seasonForm(slug, typed)}
<h2>Weekends</h2>
${weekends.length > 0 ? html`<ul class="steps">${weekends.map((weekend) => weekendLine(slug, weekend, zone))}</ul>` : html`<p class="soft">No weekend has begun yet.</p>`}
${last && weekends.length === shownWeekends ? html`<p><a href="/c/${slug}/reports?before=${encodeURIComponent(last.opensAt)}">Earlier weekends</a></p>` : null}
${teamPlaces(slug, 'reports')}`,
  );
}

export const shownWeekends = 30;

function seasonLine(slug: string, year: number, count: number): Html {
  const days = `from=${year}-01-01&to=${year}-12-31`;
  return html`<li><h3>${year}, ${count === 1 ? 'one weekend' : `${count} weekends`}</h3>
<p><a href="/c/${slug}/reports/report?${days}">What ${year} did</a> · <a href="/c/${slug}/reports/assurance?${days}">Assurance of ${year}</a></p></li>`;
}

const seasonForm = (slug: string, typed: ReportsView['typed']): Html =>
  html`<form method="get" action="/c/${slug}/reports/report"><fieldset><legend>Or from one day to another, three years at most</legend>
<label for="from">The first day</label><input id="from" name="from" type="date" value="${typed?.from ?? ''}" required>
<label for="to">The last day</label><input id="to" name="to" type="date" value="${typed?.to ?? ''}" required></fieldset>
<button type="submit">Show what they did</button> <button class="quiet" type="submit" formaction="/c/${slug}/reports/assurance">Show the assurance</button></form>`;

const weekendLine = (
  slug: string,
  { takeoverId, penName, opensAt }: ReportsView['list']['weekends'][number],
  zone: string,
): Html =>
  html`<li><h3>${penName}, ${dayAndTime(opensAt, zone)}</h3>
<p><a href="/c/${slug}/reports/report?takeoverId=${takeoverId}">What ${penName}’s weekend did</a> · <a href="/c/${slug}/reports/assurance?takeoverId=${takeoverId}">Assurance of ${penName}’s weekend</a></p></li>`;
