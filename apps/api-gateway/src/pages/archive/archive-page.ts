import type { Brand, listArchive, OutputOf } from '@baton/contracts';
import type { Charity } from '../../charities/charity-directory.js';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { day, howMuch, inShort, whose } from './archive-words.js';
import { previewOf } from './link-preview.js';

export interface Asked {
  readonly q: string;
  readonly year: number | undefined;
  /** What was typed could not be looked for, and why. */
  readonly problem?: string | undefined;
}

export interface ArchiveView {
  readonly charity: Charity;
  readonly brand: Brand | null;
  readonly found: OutputOf<typeof listArchive>;
  readonly asked: Asked;
  readonly isFirstPage: boolean;
  readonly origin: string;
}

type Entry = ArchiveView['found']['entries'][number];

/** All weekends that curators let stay, newest first, and how to find one. */
export function archivePage(view: ArchiveView): string {
  const { charity, brand, found, asked, origin } = view;
  const path = `/c/${charity.slug}/archive`;
  const title = `The archive of ${charity.name}`;
  const description = `What people living with the condition have shared when they had the account of ${charity.name}.`;
  return page(
    title,
    html`<h1>${title}</h1>
<p>${description} It stands here because they want it to. They can take it back at any time.</p>
${searchForm(path, asked, found.years)}
${results(view)}
${found.next ? html`<p><a class="button" href="${pathFor(path, asked, found.next)}">Earlier weekends</a></p>` : null}
<p><a href="${path}.atom">Follow the archive in a feed reader (Atom)</a></p>
<p><a href="${path}.json">The same as JSON Feed</a></p>
<p><a href="/c/${charity.slug}">Back to ${charity.name}</a></p>`,
    brand,
    {
      description,
      head: previewOf({ title, description, url: origin + path, siteName: charity.name, feeds: path }),
    },
  );
}

const searchForm = (path: string, { q, year, problem }: Asked, years: readonly number[]): Html =>
  html`<form method="get" action="${path}" role="search">
${problem ? html`<p role="alert"><strong>${problem}</strong></p>` : null}
<label for="q">Words, or a name</label>
<input id="q" name="q" type="search" maxlength="200" value="${q}" autocomplete="off">
<label for="year">Year</label>
<select id="year" name="year"><option value="">Every year</option>${years.map(
    (one) => html`<option value="${one}"${one === year ? html` selected` : null}>${one}</option>`,
  )}</select>
<button type="submit">Look</button>
</form>`;

function results({ charity, found, asked, isFirstPage }: ArchiveView): Html {
  const isAsked = asked.q !== '' || asked.year !== undefined;
  if (found.entries.length > 0)
    return html`<h2>${isAsked ? 'What was found' : 'Weekends'}</h2>
${found.entries.map((entry) => entryPanel(entry, charity))}
${isAsked ? html`<p><a href="/c/${charity.slug}/archive">Show all weekends</a></p>` : null}`;
  if (!isFirstPage)
    return html`<p>There is nothing earlier. <a href="/c/${charity.slug}/archive">Back to the newest</a></p>`;
  if (!isAsked) return html`<p>No weekend stands here yet.</p>`;
  return html`<h2>Nothing was found</h2>
<p>Try fewer words, or only the beginning of a word. <a href="/c/${charity.slug}/archive">Show all weekends</a></p>`;
}

const entryPanel = (entry: Entry, { slug, zone }: Charity): Html =>
  html`<article class="panel"><h3><a href="/c/${slug}/archive/${entry.takeoverId}">${whose(entry)}, ${day(entry.openedAt, zone)}</a></h3>
<p>${inShort(entry.found ?? entry.firstWords, 200)}</p>
<p class="soft">${howMuch(entry)}</p></article>
`;

function pathFor(path: string, { q, year }: Asked, after: string): string {
  const query = new URLSearchParams({ ...(q && { q }), ...(year && { year: String(year) }), after });
  return `${path}?${query}`;
}
