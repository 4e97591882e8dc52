import type { CalendarLink } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import { dayAndTime } from './clocks.js';
import { press } from './weekend-words.js';

export interface CalendarLinksView {
  readonly links: readonly CalendarLink[];
  readonly zone: string;
  /** Where links begin: https://baton.example/calendars/<charity> */
  readonly base: string;
  /** For the next one that is made, so that a double click makes one. */
  readonly linkId: string;
}

/** Whose calendar it is, in words, and where the page is. */
export interface WhoseCalendar {
  readonly path: string;
  readonly heading: string;
  readonly what: string;
  /** What somebody else would see who has the link. */
  readonly careful: string;
  readonly places: Html;
}

export const calendarLinksPage = (view: CalendarLinksView, whose: WhoseCalendar, problem?: string): string =>
  page(
    whose.heading,
    html`<h1>${whose.heading}</h1>
<p>${whose.what}</p>
${trouble(problem)}
${view.links.map((link, at) => linkPanel(link, { view, path: whose.path, number: at + 1 }))}
<form method="post" action="${whose.path}">${hidden('linkId', view.linkId)}<button type="submit">${view.links.length > 0 ? 'Make another link' : 'Make a link'}</button></form>
<p class="soft">${whose.careful}</p>
${whose.places}`,
  );

function linkPanel(
  { linkId, token, madeAt, lastReadAt }: CalendarLink,
  { view: { base, zone }, path, number }: { view: CalendarLinksView; path: string; number: number },
): Html {
  const address = `${base}/${token}.ics`;
  return html`<section class="panel"><h2>Link ${number}</h2>
<p><a class="button" href="${address.replace(/^https?:/, 'webcal:')}">Open link ${number} in my calendar</a></p>
<label for="link-${linkId}">Or copy this address of link ${number} into your calendar</label>
<input id="link-${linkId}" value="${address}" readonly>
<p class="soft">Made ${dayAndTime(madeAt, zone)}. ${lastReadAt ? html`A calendar last fetched it ${dayAndTime(lastReadAt, zone)}.` : 'No calendar has fetched it yet.'}</p>
${press(`${path}/${linkId}/end`, `End link ${number}`, { quiet: true })}</section>`;
}
