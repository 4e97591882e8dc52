import type { listArchive, OutputOf } from '@baton/contracts';
import type { Charity } from '../../charities/charity-directory.js';
import { html } from '../html.js';
import { dayWords, howMuch, inShort, whose } from './archive-words.js';

type Entries = OutputOf<typeof listArchive>['entries'];

interface Feed {
  readonly charity: Charity;
  readonly origin: string;
  readonly entries: Entries;
}

/** What XML 1.0 has no place for, not even escaped. */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const never = '1970-01-01T00:00:00.000Z';

const told = ({ charity, origin, entries }: Feed) =>
  entries.map((entry) => ({
    id: `urn:uuid:${entry.takeoverId}`,
    url: `${origin}/c/${charity.slug}/archive/${entry.takeoverId}`,
    title: `${whose(entry)}, ${dayWords(entry.openedAt, charity.zone)}`,
    summary: `${inShort(entry.firstWords, 240)} (${howMuch(entry)})`,
    by: whose(entry),
    at: entry.closedAt,
  }));

const titleOf = ({ name }: Charity) => `The archive of ${name}`;
const homeOf = ({ charity, origin }: Feed) => `${origin}/c/${charity.slug}/archive`;

/** The newest weekends as Atom (RFC 4287). */
export function atomOf(feed: Feed): string {
  const items = told(feed);
  const home = homeOf(feed);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:uuid:${feed.charity.charityId}</id>
<title>${titleOf(feed.charity)}</title>
<updated>${items[0]?.at ?? never}</updated>
<link rel="self" type="application/atom+xml" href="${home}.atom"/>
<link rel="alternate" type="text/html" href="${home}"/>
${items.map(
  ({ id, url, title, summary, by, at }) => html`<entry>
<id>${id}</id>
<title>${title}</title>
<updated>${at}</updated>
<author><name>${by}</name></author>
<link rel="alternate" type="text/html" href="${url}"/>
<summary>${summary}</summary>
</entry>
`,
)}</feed>
`.source.replace(notInXml, '');
}

/** The same as JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeedOf(feed: Feed): string {
  const home = homeOf(feed);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(feed.charity),
    home_page_url: home,
    feed_url: `${home}.json`,
    language: 'en',
    items: told(feed).map(({ id, url, title, summary, by, at }) => ({
      ...{ id, url, title, summary, content_text: summary },
      authors: [{ name: by }],
      date_published: at,
    })),
  });
}
