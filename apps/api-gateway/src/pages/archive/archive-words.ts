import type { ArchiveEntry } from '@baton/contracts';
import { type Html, html } from '../html.js';

/** Friday 27 November 2026. */
export const dayWords = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const),
    timeZone: zone,
  }).format(new Date(instant));

export const day = (instant: string, zone: string): Html =>
  html`<time datetime="${instant}">${dayWords(instant, zone)}</time>`;

/** “from Friday 27 November 2026 to Monday 30 November 2026”, or “on” the one day. */
export const days = (
  { openedAt, closedAt }: Pick<ArchiveEntry, 'openedAt' | 'closedAt'>,
  zone: string,
): Html =>
  dayWords(openedAt, zone) === dayWords(closedAt, zone)
    ? html`on ${day(openedAt, zone)}`
    : html`from ${day(openedAt, zone)} to ${day(closedAt, zone)}`;

/** Who it was, as much as they wanted to show. */
export const whose = ({ name }: Pick<ArchiveEntry, 'name'>): string =>
  name ?? 'Someone living with the condition';

const amount = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** “12 posts and 3 pictures”. */
export const howMuch = ({ posts, pictures }: Pick<ArchiveEntry, 'posts' | 'pictures'>): string =>
  pictures > 0
    ? `${amount(posts, 'post', 'posts')} and ${amount(pictures, 'picture', 'pictures')}`
    : amount(posts, 'post', 'posts');

/** A text in a few words, cut between two of them. */
export function inShort(text: string, most = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > most / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
