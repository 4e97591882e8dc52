import type { OutputOf, reviewArchive, viewConsents } from '@baton/contracts';
import { curatorPlaces } from '../curator-places.js';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { plainText } from '../plain-text.js';
import { hidden, trouble } from '../sign-in-pages.js';
import { listOfEntries, type Reviewer } from './review-pages.js';

type Consent = OutputOf<typeof viewConsents>['consents'][number];

interface CuratorArchiveView {
  readonly consent: Consent;
  readonly entries: OutputOf<typeof reviewArchive>;
  readonly who: Reviewer;
  readonly problem?: string | undefined;
}

/** The yes to the archive, word for word, and what stands in it. */
export const curatorArchivePage = ({ consent, entries, who, problem }: CuratorArchiveView): string =>
  page(
    'The archive',
    html`<h1>The archive</h1>
${trouble(problem)}
<p>The charity has a public page with weekends of the past. Yours stands there only if you want it to, once it is over.
Answers you gave to others are never on it. <a href="/c/${who.slug}/archive">See the public page</a></p>
<div class="panel">${plainText(consent.wording.text)}</div>
${consent.state === 'given' ? given(entries, who) : notGiven(consent)}
${curatorPlaces('/curator/archive')}`,
  );

/** The no is kept, and whoever shows the archive has not said that it is done. */
export const notGoneYetPage = (): string =>
  page(
    'The archive',
    html`<h1>We have your no</h1>
<p role="status">Nothing of yours will stay on the public page. It may take a minute until it is gone.</p>
<p><a href="/curator/archive">Look again</a></p>
${curatorPlaces()}`,
  );

const given = (
  entries: CuratorArchiveView['entries'],
  who: Reviewer,
): Html => html`<p><strong>✓ You have said yes to this.</strong></p>
<h2>Your weekends</h2>
<p>You can take out a whole weekend, one post or one picture, and put it back. A weekend that has just ended is here
within a minute.</p>
${listOfEntries(entries, who)}
<h2>Take it all back</h2>
<p>Everything of yours is gone from the page at once. On X nothing changes.</p>
<form method="post" action="/curator/archive/no"><button class="quiet" type="submit">Take my weekends off the page</button></form>`;

const notGiven = ({ wording }: Consent): Html => html`<form method="post" action="/curator/archive/yes">
${hidden('version', String(wording.version))}${hidden('hash', wording.hash)}
<button type="submit">Yes, my weekends may stay</button>
</form>
<p>You need not. Nothing else depends on it.</p>`;
