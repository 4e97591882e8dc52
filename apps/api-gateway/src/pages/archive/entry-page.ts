import type { ArchivePicture, ArchivePost, Brand, OutputOf, viewArchiveEntry } from '@baton/contracts';
import type { Charity } from '../../charities/charity-directory.js';
import { type Html, html } from '../html.js';
import { moment, page } from '../layout.js';
import { days, howMuch, inShort, whose } from './archive-words.js';
import { previewOf } from './link-preview.js';

export interface EntryView {
  readonly charity: Charity;
  readonly brand: Brand | null;
  readonly shown: OutputOf<typeof viewArchiveEntry>;
  /** Where in the takeover this page begins. */
  readonly from: number;
  /** What its curator said about it afterwards, where the charity may quote them and somebody of the team has looked. */
  readonly quotes: readonly string[];
  readonly origin: string;
}

/** One weekend, to be read from the top. */
export function entryPage(view: EntryView): string {
  const { charity, brand, shown, from } = view;
  const { entry, posts, next } = shown;
  const path = `/c/${charity.slug}/archive/${entry.takeoverId}`;
  return page(
    titleOf(view),
    html`<h1>${whose(entry)}</h1>
<p>${whose(entry)} had the account of ${charity.name} ${days(entry, charity.zone)}. Here is what they shared: ${howMuch(entry)}.</p>
${view.quotes.map((words) => html`<blockquote>${words}</blockquote>\n`)}
${threadsOf(posts).map((thread) => threadPanel(thread, { path, zone: charity.zone }))}
${next === null ? null : html`<p><a class="button" href="${path}?from=${next}">What they shared next</a></p>`}
${from > 0 ? html`<p><a href="${path}">From the beginning</a></p>` : null}
<p><a href="/c/${charity.slug}/archive">All weekends of ${charity.name}</a></p>`,
    brand,
    { description: descriptionOf(view), head: headOf(view, path) },
  );
}

const titleOf = ({ charity, shown: { entry } }: EntryView): string =>
  `${whose(entry)}, ${new Date(entry.openedAt).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: charity.zone })}`;

const descriptionOf = ({ charity, shown: { entry } }: EntryView): string =>
  inShort(entry.firstWords) || `A weekend with the account of ${charity.name}.`;

function headOf(view: EntryView, path: string): Html {
  const [picture] = view.shown.posts.flatMap(({ pictures }) => pictures);
  return previewOf({
    type: 'article',
    title: titleOf(view),
    description: descriptionOf(view),
    url: view.origin + path,
    siteName: view.charity.name,
    picture: picture && { url: `${view.origin}${pathOf(path, picture)}`, altText: altOf(picture) },
  });
}

/** Posts of one thread stand together. */
function threadsOf(posts: readonly ArchivePost[]): ArchivePost[][] {
  const threads: ArchivePost[][] = [];
  for (const post of posts) {
    const last = threads.at(-1);
    if (last?.[0]?.threadId === post.threadId) last.push(post);
    else threads.push([post]);
  }
  return threads;
}

const threadPanel = (
  thread: readonly ArchivePost[],
  where: { readonly path: string; readonly zone: string },
): Html =>
  html`<article class="panel">${thread[0]?.author === 'charity' ? html`<p class="soft">The charity wrote:</p>` : null}
${thread.map((post) => archivedPost(post, where.path))}
<p class="soft">${thread[0] ? moment(thread[0].publishedAt, where.zone) : null}</p></article>
`;

/** A post as it was read, with nothing in it that leads anywhere or is loaded from elsewhere. */
export const archivedPost = (
  { text, pollOptions, pictures }: ArchivePost,
  path: string,
): Html => html`<p class="typed">${text}</p>
${pollOptions.length > 0 ? html`<p>People could choose:</p>\n<ul>${pollOptions.map((option) => html`<li>${option}</li>`)}</ul>\n` : null}${pictures.map((picture) => archivedPicture(picture, path))}`;

const archivedPicture = (picture: ArchivePicture, path: string): Html =>
  html`<img class="picture" src="${pathOf(path, picture)}" alt="${altOf(picture)}" width="${picture.width}" height="${picture.height}" loading="lazy">
`;

const pathOf = (path: string, { mediaId }: ArchivePicture): string => `${path}/pictures/${mediaId}`;
const altOf = ({ altText }: ArchivePicture): string => altText || 'A picture that nobody has described.';
