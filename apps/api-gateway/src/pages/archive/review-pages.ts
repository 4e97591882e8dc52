import type {
  ArchivePicture,
  KeptOutBy,
  OutputOf,
  reviewArchive,
  reviewArchiveEntry,
} from '@baton/contracts';
import { type Html, html } from '../html.js';
import { moment } from '../layout.js';
import { hidden } from '../sign-in-pages.js';
import { day, howMuch, inShort, whose } from './archive-words.js';
import { archivedPost } from './entry-page.js';

/** Who looks, and from where: the same page serves the team and a curator. */
export interface Reviewer {
  readonly isTeam: boolean;
  /** Of the list of entries; each entry is below it. */
  readonly path: string;
  readonly slug: string;
  readonly zone: string;
}

type Listed = OutputOf<typeof reviewArchive>;
type Entry = OutputOf<typeof reviewArchiveEntry>;
type Post = Entry['posts'][number];
type Picture = ArchivePicture & { readonly keptOutBy: KeptOutBy };

export const listOfEntries = ({ entries, next }: Listed, { path, zone }: Reviewer): Html => html`${
  entries.length === 0
    ? html`<p class="soft">No weekend stands in the archive.</p>`
    : html`<ul class="plain">${entries.map(
        (entry) =>
          html`<li><a href="${path}/${entry.takeoverId}">${whose(entry)}, ${day(entry.openedAt, zone)}</a>${entry.keptOutBy.length > 0 ? html` <strong>(kept out)</strong>` : null}</li>`,
      )}</ul>`
}
${next ? html`<p><a href="${path}?after=${encodeURIComponent(next)}">Earlier weekends</a></p>` : null}`;

/** Everything of one weekend, with a button beside each thing. */
export function reviewedEntry({ entry, reason, posts, next }: Entry, who: Reviewer): Html {
  const path = `${who.path}/${entry.takeoverId}`;
  return html`<h1>${whose(entry)}</h1>
<p>${day(entry.openedAt, who.zone)}: ${howMuch(entry)}.</p>
${entry.keptOutBy.length === 0 ? html`<p><a href="/c/${who.slug}/archive/${entry.takeoverId}">See it as everybody does</a></p>` : null}
${buttons({ keptOutBy: entry.keptOutBy, path, who, what: 'the whole weekend' })}
${reason ? html`<p>Why: ${reason}</p>` : null}
<h2>Posts</h2>
${posts.map((post) => reviewedPost(post, path, who))}
${next === null ? null : html`<p><a class="button" href="${path}?from=${next}">The next posts</a></p>`}`;
}

const reviewedPost = (post: Post, path: string, who: Reviewer): Html => {
  const { postId, keptOutBy, pictures, author, publishedAt } = post;
  return html`<article class="panel" id="p-${postId}">${author === 'charity' ? html`<p class="soft">The charity wrote:</p>` : null}
${archivedPost({ ...post, pictures: [] }, path)}
<p class="soft">${moment(publishedAt, who.zone)}</p>
${pictures.map((picture) => reviewedPicture(picture, path, who))}
${buttons({ keptOutBy, path, who, what: 'this post', about: post.text, postId })}</article>
`;
};

/** By its description: what is kept out is not shown again only to be put back. */
const reviewedPicture = ({ mediaId, altText, keptOutBy }: Picture, path: string, who: Reviewer): Html =>
  html`<p>Picture: ${altText || 'nobody has described it'}</p>
${buttons({ keptOutBy, path, who, what: 'this picture', about: altText, mediaId })}`;

interface Buttons {
  readonly keptOutBy: KeptOutBy;
  readonly path: string;
  readonly who: Reviewer;
  readonly what: string;
  /** For whoever hears the buttons without seeing what they stand beside. */
  readonly about?: string;
  readonly postId?: string;
  readonly mediaId?: string;
}

function buttons({ keptOutBy, path, who, what, about, postId, mediaId }: Buttons): Html {
  const heard = about ? html`<span class="apart">: ${inShort(about, 40)}</span>` : null;
  const own = who.isTeam ? 'team' : 'curator';
  const ids = html`${hidden('postId', postId)}${hidden('mediaId', mediaId)}`;
  const others = keptOutBy.filter((by) => by !== own);
  const said =
    others.length > 0
      ? html`<p><strong>${who.isTeam ? 'Its curator keeps' : 'The team keeps'} ${what} out.</strong></p>`
      : null;
  if (keptOutBy.includes(own))
    return html`${said}<p><strong>You keep ${what} out.</strong></p>
<form method="post" action="${path}/back">${ids}<button type="submit">Put ${what} back${heard}</button></form>`;
  const named = `reason-${mediaId ?? postId ?? 'all'}`;
  return html`${said}<details><summary>Take ${what} out${heard}</summary>
<form method="post" action="${path}/out">${ids}
${who.isTeam ? html`<label for="${named}">Why does ${what} come out? Only the team reads this.</label><input id="${named}" name="reason" maxlength="500" autocomplete="off">` : null}
<button type="submit">Take ${what} out${heard}</button></form></details>`;
}
