import type { OutputOf, viewAdvice } from '@baton/contracts';
import { curatorPlaces } from './curator-places.js';
import { type Html, html } from './html.js';
import { page } from './layout.js';
import { plainText } from './plain-text.js';
import { hidden, trouble } from './sign-in-pages.js';

type Pages = OutputOf<typeof viewAdvice>['pages'];
type Page = Pages[number];

export const advicePath = (index: number): string => `/curator/advice/${index + 1}`;

/** All pages, how far somebody is, and one button that goes on. */
export function advicePackPage(pages: Pages, message?: string): string {
  return page(
    'The advice',
    html`<h1>The advice</h1>
${trouble(message)}
${pages.length > 0 ? pack(pages) : nothingYet}
${curatorPlaces('/curator/advice')}`,
  );
}

const nothingYet = html`<p>There is nothing to read yet. The team is still writing it.</p>
<p>You need not wait for it, and you cannot miss it: once it is there, it stands on your list.</p>`;

function pack(pages: Pages): Html {
  const read = pages.filter(({ readAt }) => readAt !== null).length;
  return html`<p>Small pages from people who have done it before. You can stop after any page and go on later.</p>
<p>You have read ${read} of ${pages.length}.</p>
<progress value="${read}" max="${pages.length}" aria-label="Pages read"></progress>
${read === pages.length ? allRead : goOn(pages)}
<ol class="steps">${pages.map(
    ({ title, readAt }, index) =>
      html`<li><h2 class="small"><a href="${advicePath(index)}">${index + 1}. ${title}</a></h2><p>${readAt ? '✓ Read' : 'Not read yet'}</p></li>`,
  )}</ol>`;
}

const allRead = html`<div class="panel"><p><strong>You have read all of it. Thank you!</strong></p>
<p>Come back whenever you want to look something up.</p></div>
<p><a class="button" href="/curator">Back to your page</a></p>`;

function goOn(pages: Pages): Html {
  const next = pages.findIndex(({ readAt }) => readAt === null);
  return html`<p><a class="button" href="${advicePath(next)}">${next === 0 ? 'Begin with' : 'Go on with'} page ${next + 1}</a></p>`;
}

/** One page of the pack. Only the button notes that it was read. */
export function advicePage(pages: Pages, index: number, shown: Page): string {
  const { title, body, pictures, pageId, readAt } = shown;
  return page(
    title,
    html`<h1>${title}</h1>
<p class="soft">Page ${index + 1} of ${pages.length}</p>
${plainText(body)}
${pictures.map(
  ({ pictureId, description }) =>
    html`<img class="picture" src="/curator/advice/pictures/${pictureId}" alt="${description}">`,
)}
${readAt ? html`<p><strong>✓ You have read this page.</strong></p>${onwards(pages, index)}` : html`<form method="post" action="${advicePath(index)}">${hidden('pageId', pageId)}<button type="submit">I have read this</button></form>`}
${index > 0 ? html`<p><a href="${advicePath(index - 1)}">Page ${index}: ${pages[index - 1]?.title}</a></p>` : null}
<p><a href="/curator/advice">All pages</a></p>
${curatorPlaces()}`,
  );
}

const onwards = (pages: Pages, index: number): Html =>
  index + 1 < pages.length
    ? html`<p><a class="button" href="${advicePath(index + 1)}">Next page</a></p>`
    : html`<p><a class="button" href="/curator">Back to your page</a></p>`;
