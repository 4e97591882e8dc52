import type { listHiatuses, OutputOf } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import type { TypedFields } from '../team/typed-form.js';
import { daysInShort, dayWords } from '../weekends/clocks.js';
import { press } from '../weekends/weekend-words.js';
import { zoneChoices } from '../weekends/zone-choices.js';
import { askOfBooked, type Concerned } from './booked-concerned.js';
import { rotaPath } from './rota-page.js';

export interface HiatusView {
  readonly slug: string;
  readonly hiatuses: OutputOf<typeof listHiatuses>['hiatuses'];
}

/** What it would take away. The days it was counted for come back with the yes, so that other days are counted anew. */
interface Counted {
  readonly free: number;
  readonly booked: readonly Concerned[];
  readonly seen: string;
}

/** What somebody is told beside the form. */
export interface HiatusTold {
  readonly problem?: string | undefined;
  readonly counted?: Counted | undefined;
  /** What has just been done, in words. */
  readonly done?: string | undefined;
}

export const hiatusFields = ['hiatusId', 'label', 'from', 'until', 'everyYear', 'booked', 'seen'];

/** The days of a form, for telling whether they are still those that were counted. */
export const daysTyped = ({ from, until, everyYear }: TypedFields): string =>
  [from, until, everyYear].filter(Boolean).join(' ');

/** Times without takeovers: those there are, and a form for another. What it takes away is told first, and what is booked asked about. */
export const hiatusPage = (
  { slug, hiatuses }: HiatusView,
  typed: TypedFields,
  { problem, counted, done }: HiatusTold = {},
): string => {
  const path = `${rotaPath(slug)}/hiatus`;
  return page(
    'Times without takeovers',
    html`<h1>Times without takeovers</h1>
${done ? html`<div class="panel" role="status"><p>${done}</p></div>` : null}
${counted?.booked.length ? null : trouble(problem)}
${
  counted
    ? null
    : html`${hiatuses.length > 0 ? html`<ul class="steps">${hiatuses.map((one) => hiatusLine(one, path))}</ul>` : html`<p class="soft">There are none.</p>`}
<h2>Set one</h2>`
}
<form method="post" action="${path}">${hidden('hiatusId', typed['hiatusId'])}
<label for="label">What it is, such as Christmas</label><input id="label" name="label" value="${typed['label'] ?? ''}" maxlength="60" required autocomplete="off">
<label for="from">First day</label><input id="from" name="from" type="date" value="${typed['from'] ?? ''}" required>
<label for="until">Last day</label><input id="until" name="until" type="date" value="${typed['until'] ?? ''}" required>
<label class="choice"><input type="checkbox" name="everyYear" value="yes"${typed['everyYear'] === 'yes' ? html` checked` : null}> Every year</label>
${counted ? whatGoes(counted, typed, problem) : null}
<button type="submit">${counted ? 'Yes, set it' : 'Show me what would change'}</button></form>
<p><a href="${counted ? path : rotaPath(slug)}">${counted ? 'No, leave everything as it is' : 'Back to the rota'}</a></p>
${teamPlaces(slug)}`,
  );
};

const days = (from: string, until: string): string =>
  from === until
    ? dayWords(from)
    : daysInShort({ opensAt: `${from}T00:00Z`, closesAt: `${until}T00:00Z` }, 'UTC');

const hiatusLine = (
  { hiatusId, label, from, until, everyYear, booked = 0 }: HiatusView['hiatuses'][number],
  path: string,
): Html => html`<li><p><strong>${label}</strong>: ${days(from, until)}${everyYear ? ', every year' : ''}</p>
${booked > 0 ? html`<p>${weekends(booked, 'booked')} ${booked === 1 ? 'stays' : 'stay'} in it.</p>` : null}
${press(`${path}/${hiatusId}/remove`, `Take back: ${label}`, { quiet: true })}</li>`;

const whatGoes = ({ free, booked, seen }: Counted, typed: TypedFields, problem: string | undefined): Html =>
  html`${hidden('seen', seen)}<h2>What would change</h2>
<p><strong>Nothing has changed yet.</strong></p>
<ul><li>Free weekends that go: ${free}</li><li>Booked weekends at that time: ${booked.length}</li></ul>
${booked.length > 0 ? askOfBooked(booked, { chosen: typed['booked'] ?? '', problem }) : null}`;

/** 1 free weekend, 3 free weekends. */
export const weekends = (count: number, what: 'free' | 'booked'): string =>
  `${count} ${what} ${count === 1 ? 'weekend' : 'weekends'}`;

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
<label for="zone">Time zone (empty: the charity’s)</label><input id="zone" name="zone" value="${typed['zone'] ?? ''}" maxlength="60" autocomplete="off" list="zones">${zoneChoices}
<button type="submit">Add it</button></form>
<p><a href="${rotaPath(slug)}">Back to the rota</a></p>
${teamPlaces(slug)}`,
  );
