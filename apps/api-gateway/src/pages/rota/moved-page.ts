import type { listZoneChanges, OutputOf } from '@baton/contracts';
import type { Charity } from '../../charities/charity-directory.js';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { teamPlaces } from '../team/team-places.js';
import { cityOf, dayAndTime } from '../weekends/clocks.js';
import { wallWords } from './booked-concerned.js';
import { rotaPath } from './rota-page.js';

type Change = OutputOf<typeof listZoneChanges>['changes'][number];

/** The hour on the wall stays what was agreed; what moves is the moment. Told by UTC, where that can be seen. */
export const movedPage = ({ slug }: Charity, changes: readonly Change[]): string =>
  page(
    'What moved',
    html`<h1>What moved because a country changed its clocks</h1>
<p>The time on the wall stays as it was agreed. When a law changes, that time comes earlier or later for the rest of the world.</p>
${changes.length > 0 ? html`<ul class="steps">${changes.map(changeLine)}</ul>` : html`<p class="soft">Nothing has moved.</p>`}
<p><a href="${rotaPath(slug)}">Back to the rota</a></p>
${teamPlaces(slug)}`,
  );

const changeLine = ({ opensAtWall, zone, before, after, law, changedAt, told }: Change): Html => html`<li>
<p><strong>${wallWords(opensAtWall)}</strong> on the clock of ${cityOf(zone)}</p>
<p>${after ? html`Before: ${dayAndTime(before.opensAt, 'UTC')} (UTC). Now: ${dayAndTime(after.opensAt, 'UTC')} (UTC).` : 'It was free, and something else is there now.'}</p>
<p class="soft">By the time zone rules of ${law}, since ${dayAndTime(changedAt, 'UTC')} (UTC). ${told ? `${told.penName} was told.` : 'Nobody had booked it.'}</p></li>`;
