import type { DraftSummary } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { curatorPlaces } from './curator-places.js';
import { type Html, html } from './html.js';
import { page } from './layout.js';
import { hidden, trouble } from './sign-in-pages.js';

export interface TypedPost {
  readonly draftId: string;
  readonly text: string;
}

/** `kept`: what they have prepared already; undefined where the posting gateway does not answer. */
export const firstPostPage = (
  kept: readonly DraftSummary[] | undefined,
  typed: TypedPost = { draftId: newId(), text: '' },
  message?: string,
): string =>
  page(
    'A first post',
    html`<h1>A first post</h1>
<p>Write it now, in your own time. It is kept for your weekend, and goes nowhere before you send it.</p>
${kept?.length ? alreadyKept(kept) : null}
<form method="post" action="/curator/first-post" autocomplete="off">
${hidden('draftId', typed.draftId)}
<label for="text">${kept?.length ? 'Another post' : 'Your post'}</label>
${trouble(message)}
<textarea id="text" name="text" required>
${typed.text}</textarea>
<button type="submit">Keep it</button>
</form>
<p class="soft">A good start is hello, and what you can see from where you sit.</p>
${curatorPlaces()}`,
  );

const alreadyKept = (kept: readonly DraftSummary[]): Html => html`<h2>Ready for your weekend</h2>
<ul class="steps">${kept.map(({ opening }) => html`<li class="typed">${opening}</li>`)}</ul>`;
