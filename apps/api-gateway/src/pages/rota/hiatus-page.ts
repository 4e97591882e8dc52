import type { listHiatuses, OutputOf } from '@baton/contracts';
import { html } from '../html.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import type { TypedFields } from '../team/typed-form.js';
import { dayWords } from '../weekends/clocks.js';
import { press } from '../weekends/weekend-words.js';
import { askOfBooked, type Concerned } from './booked-concerned.js';
import { rotaPath } from './rota-page.js';

export interface HiatusView {
  readonly slug: string;
  readonly hiatuses: OutputOf<typeof listHiatuses>['hiatuses'];
}

interface Asked {
  readonly problem: string;
  readonly concerned?: readonly Concerned[] | undefined;
}

export const hiatusFields = ['hiatusId', 'label', 'from', 'until', 'everyYear', 'booked'];

/** Times without takeovers: those there are, and a form for another. What is booked then is asked about first. */
export const hiatusPage = ({ slug, hiatuses }: HiatusView, typed: TypedFields, asked?: Asked): string => {
  const path = `${rotaPath(slug)}/hiatus`;
  return page(
    'Times without takeovers',
    html`<h1>Times without takeovers</h1>
${asked?.concerned ? null : trouble(asked?.problem)}
${hiatuses.length > 0 ? html`<ul class="steps">${hiatuses.map(({ hiatusId, label, from, until, everyYear }) => html`<li><p><strong>${label}</strong>: ${dayWords(from)} to ${dayWords(until)}${everyYear ? ', every year' : ''}</p>${press(`${path}/${hiatusId}/remove`, `Take back: ${label}`, { quiet: true })}</li>`)}</ul>` : html`<p class="soft">There are none.</p>`}
<h2>Set one</h2>
<form method="post" action="${path}">${hidden('hiatusId', typed['hiatusId'])}
<label for="label">What it is, such as Christmas</label><input id="label" name="label" value="${typed['label'] ?? ''}" maxlength="60" required autocomplete="off">
<label for="from">First day</label><input id="from" name="from" type="date" value="${typed['from'] ?? ''}" required>
<label for="until">Last day</label><input id="until" name="until" type="date" value="${typed['until'] ?? ''}" required>
<label class="choice"><input type="checkbox" name="everyYear" value="yes"${typed['everyYear'] === 'yes' ? html` checked` : null}> Every year</label>
${asked?.concerned ? askOfBooked(asked.concerned, { chosen: typed['booked'] ?? '', problem: asked.problem }) : null}
<button type="submit">Set it</button></form>
<p><a href="${rotaPath(slug)}">Back to the rota</a></p>
${teamPlaces(slug)}`,
  );
};

export const addFields = ['slotId', 'opensAtWall', 'closesAtWall', 'zone'];

export const addSlotPage = (slug: string, typed: TypedFields, problem?: string): string =>
  page(
    'Add a weekend',
    html`<h1>Add a single weekend</h1>
<p>One that no rule of the rota knows: an awareness day, or a week in the middle of the month.</p>
${trouble(problem)}
<form method="post" action="${rotaPath(slug)}/add">${hidden('slotId', typed['slotId'])}
<label for="opensAtWall">From</label><input id="opensAtWall" name="opensAtWall" type="datetime-local" value="${typed['opensAtWall'] ?? ''}" required>
<label for="closesAtWall">Until</label><input id="closesAtWall" name="closesAtWall" type="datetime-local" value="${typed['closesAtWall'] ?? ''}" required>
<label for="zone">Time zone (empty: the charity’s)</label><input id="zone" name="zone" value="${typed['zone'] ?? ''}" maxlength="60" autocomplete="off">
<button type="submit">Add it</button></form>
<p><a href="${rotaPath(slug)}">Back to the rota</a></p>
${teamPlaces(slug)}`,
  );
