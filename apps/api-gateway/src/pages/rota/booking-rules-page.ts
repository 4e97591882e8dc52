import { html } from '../html.js';
import { page } from '../layout.js';
import { trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import type { TypedFields } from '../team/typed-form.js';
import { rotaPath } from './rota-page.js';

export const numbers = {
  bookingsAhead: 'Bookings ahead that one person may have',
  coolDownDays: 'Days of rest between two of one person',
  weeksAhead: 'Weeks ahead that can be booked',
  offerMinutes: 'Minutes that somebody has to answer an offer (1440 is a day)',
} as const;
export const ticks = {
  swapsNeedManager: 'A swap needs your yes as well',
  standbyFirst: 'Who stands by is asked before who waits',
} as const;

interface Said {
  readonly problem?: string;
  readonly isKept?: boolean;
}

export const bookingRulesPage = (slug: string, typed: TypedFields, { problem, isKept }: Said = {}): string =>
  page(
    'How people book',
    html`<h1>How people book</h1>
${isKept ? html`<div class="panel" role="status"><p>It is kept. Bookings that were made already stay as they are.</p></div>` : null}
${trouble(problem)}
<form method="post" action="${rotaPath(slug)}/booking">${Object.entries(numbers).map(
      ([name, label]) =>
        html`<label for="${name}">${label}</label><input id="${name}" name="${name}" inputmode="numeric" value="${typed[name] ?? ''}" required autocomplete="off">`,
    )}
${Object.entries(ticks).map(
  ([name, label]) =>
    html`<label class="choice"><input type="checkbox" name="${name}" value="yes"${typed[name] === 'yes' ? html` checked` : null}> ${label}</label>`,
)}
<button type="submit">Keep it like this</button></form>
<p><a href="${rotaPath(slug)}">Back to the rota</a></p>
${teamPlaces(slug)}`,
  );
